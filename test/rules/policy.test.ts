import { describe, expect, test } from 'vitest'
import { nearest } from '#shared/ship/policy.ts'
import { after, given, givenShip, type Scene } from '../support/given.ts'
import { acknowledge, breach, carry, damage, hit, raise, rank, report, send, triage } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const advice = ({ ship, at }: Scene) => nearest(ship, at).filter(({ type }) => type !== 'AcknowledgeAlarm')
const answers = ({ ship, at }: Scene) => nearest(ship, at).filter(({ type }) => type === 'AcknowledgeAlarm')

describe('the plain dispatcher', () => {
  test('has nothing to order on a whole ship', () => {
    expect(advice(given())).toEqual([])
  })

  test('holds a breach first, and sends whoever is nearest and can do it', () => {
    expect(advice(given(breach('02-01', 0.5)))).toEqual([raise('02-01'), send('alpha', 'breach:B1')])
  })

  test('sends a crew with the skill before one that is nearer without it', () => {
    // The medics are on the spot, but know nothing of electricity; alpha (5 s) comes before bravo (15 s).
    expect(advice(given(damage('transporter', 10)))).toEqual([send('alpha', 'system:transporter')])
  })

  test('does not send a second crew where one is at it', () => {
    expect(advice(given(breach('02-01', 0.5), raise('02-01'), send('alpha', 'breach:B1')))).toEqual([])
  })

  test('takes the most urgent work first', () => {
    const list = given(damage('galley', 90), damage('engine', 40))
    expect(advice(list)).toEqual([send('bravo', 'system:engine')])
    expect(advice(list.when(rank('system:galley', 'first')))).toEqual([send('alpha', 'system:galley')])
  })

  test('triages, beams the immediate, carries the others, sends home the stable and the walking', () => {
    expect(advice(given(report('02-01', 'blast')))).toEqual([triage('C1', 'immediate')])
    const at = (category: 'immediate' | 'delayed' | 'minimal') =>
      advice(given(report('02-01', 'blast'), triage('C1', category)))
    expect(at('immediate')).toEqual([{ type: 'TransportCasualty', casualty: 'C1', by: 'beam' }])
    expect(at('delayed')).toEqual([carry('C1')])
    expect(at('minimal')).toEqual([{ type: 'DischargeCasualty', casualty: 'C1' }])
    expect(advice(given(report('02-01', 'fracture'), carry('C1'), after(321)))).toEqual([
      { type: 'DischargeCasualty', casualty: 'C1' },
    ])
  })

  test('carries an immediate one when the transporter is down', () => {
    expect(advice(given(damage('transporter', 10), report('02-01', 'blast'), triage('C1', 'immediate')))[0]).toEqual(
      carry('C1'),
    )
  })

  test('acknowledges one alarm at a time, the gravest first', () => {
    const two = given(damage('galley', 40), breach('02-01', 0.5))
    expect(answers(two)).toEqual([{ type: 'AcknowledgeAlarm', alarm: 'breach@02-01' }])
    const one = two.when(acknowledge('breach@02-01'))
    expect(answers(one)).toEqual([{ type: 'AcknowledgeAlarm', alarm: 'system@galley' }])
    expect(answers(one.when(acknowledge('system@galley')))).toEqual([])
  })

  test.each([1, 2, 3])('gives no order that is refused, and brings the ship home: seed %d', (seed) => {
    const damaged = givenShip({ ...smallShip(), seed }, hit('03-01', 700), breach('02-01', 0.5), hit('02-02', 400))
    let scene: Scene = damaged
    // Every ten seconds for four hours.
    for (let round = 0; round < 1440; round++) {
      for (const order of nearest(scene.ship, scene.at)) {
        scene = scene.when(order)
        expect(scene.refusal, JSON.stringify(order)).toBeNull()
      }
      scene = scene.when(after(10))
    }
    expect(scene.ship.breaches).toEqual({})
    expect(scene.ship.systems).toEqual({})
    expect(Object.values(scene.ship.casualties).every(({ status }) => ['discharged', 'dead'].includes(status))).toBe(
      true,
    )
    expect(Object.values(scene.ship.crews).every(({ status }) => status === 'ready')).toBe(true)
  })
})
