import { describe, expect, test } from 'vitest'
import { cardsFor } from '#shared/ship/views/kill-cards.ts'
import { after, givenShip, type Scene } from '../support/given.ts'
import { breach, damage, raise, report, send, tick } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const STEPS = [
  { id: 'field', text: 'Field up' },
  { id: 'count', text: 'Everybody counted' },
]
const ship = smallShip({
  killCards: [
    { id: 'hull', name: 'Hull breach', for: 'breach', steps: STEPS },
    { id: 'hold', name: 'Breach in the hold', for: 'breach', compartments: ['02-01'], steps: STEPS },
    { id: 'engine', name: 'Engine', for: 'system', systems: ['engine'], steps: STEPS },
    { id: 'wounded', name: 'Wounded', for: 'casualty', steps: STEPS },
  ],
})
const trouble = givenShip(
  ship,
  breach('02-01', 0.5),
  breach('03-02', 0.5),
  damage('engine', 50),
  damage('galley', 50),
  report('02-01', 'burns'),
)

const idsFor = (task: string) => cardsFor(trouble.ship, task).map(({ id, subject }) => `${id} for ${subject}`)
const ticks = ({ ship: now }: Scene, task: string) =>
  cardsFor(now, task).map(({ id, steps }) => [id, ...steps.map(({ tickedAt }) => tickedAt)])

describe('kill cards', () => {
  test('[KIL1] a task has those for its kind, its compartment and its system', () => {
    expect(idsFor('breach:B1')).toEqual(['hull for 02-01', 'hold for 02-01'])
    expect(idsFor('breach:B2')).toEqual(['hull for 03-02'])
    expect(idsFor('system:engine')).toEqual(['engine for engine'])
    expect(idsFor('system:galley')).toEqual([])
    expect(idsFor('casualty:C1')).toEqual(['wounded for C1'])
    expect(idsFor('breach:B9')).toEqual([])
    expect(cardsFor(smallShip(), 'place:02-01')).toEqual([])
  })

  test('[KIL2] a step is ticked with its time, once', () => {
    const ticked = trouble.when(after(9), tick('hold', '02-01', 'field'))
    ticked.thenHappens({ type: 'StepTicked', card: 'hold', subject: '02-01', step: 'field', at: 9_000 })
    expect(ticks(ticked, 'breach:B1')).toEqual([
      ['hull', null, null],
      ['hold', 9_000, null],
    ])
    ticked
      .when(after(5))
      .when(tick('hold', '02-01', 'field'))
      .thenNothing()
    expect(ticks(trouble.when(tick('wounded', 'C1', 'count')), 'casualty:C1')).toEqual([['wounded', null, 0]])
  })

  test('[KIL2] what is not there cannot be ticked', () => {
    const refused = (card: string, subject: string, step: string) => trouble.when(tick(card, subject, step))
    refused('none', '02-01', 'field').thenRejected({ code: 'UnknownThing', what: 'kill card', id: 'none' })
    refused('hull', '02-01', 'none').thenRejected({ code: 'UnknownThing', what: 'step', id: 'none' })
    refused('hull', 'C1', 'field').thenRejected({ code: 'UnknownThing', what: 'compartment', id: 'C1' })
    refused('wounded', 'C2', 'field').thenRejected({ code: 'UnknownThing', what: 'casualty', id: 'C2' })
    refused('engine', '03-01', 'field').thenRejected({ code: 'UnknownThing', what: 'system', id: '03-01' })
    refused('wounded', 'toString', 'field').thenRejected({ code: 'UnknownThing', what: 'casualty', id: 'toString' })
  })

  test('[KIL3] a new breach in the same place has its steps open again', () => {
    // 4 person-minutes by four behind the field: 60 s and 5 s to walk.
    const sealed = trouble.when(tick('hull', '02-01', 'field'), raise('02-01'), send('alpha', 'breach:B1'), after(80))
    const again = sealed.when(breach('02-01', 0.5))
    expect(ticks(again, 'breach:B3')[0]).toEqual(['hull', null, null])
    const ticked = again.when(after(1), tick('hull', '02-01', 'field'))
    expect(ticks(ticked, 'breach:B3')[0]).toEqual(['hull', 81_000, null])
  })
})
