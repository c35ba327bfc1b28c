import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decided } from '#shared/ship/decide.ts'
import type { Order } from '#shared/ship/commands.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
import { cellsOf } from '#shared/ship/views/cells.ts'
import { crewsOf } from '#shared/ship/views/crews.ts'
import { workOf } from '#shared/ship/views/work.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { cellInWords } from '../../web/src/panels/cellWords.ts'
import { suggest } from '../../web/src/panels/commandLine.ts'
import { left } from '../../web/src/panels/format.ts'
import { kpisOf } from '../../web/src/panels/kpis.ts'
import { coursesOf, directionOf, withSample } from '../../web/src/panels/kpiTrend.ts'
import { moveFrom } from '../../web/src/panels/profileMoves.ts'

const seedShip = new URL('../../db/seed/ships/voyager.json', import.meta.url)
const plan = planOf(JSON.parse(readFileSync(seedShip, 'utf8')) as ShipFile)

const after = (...orders: readonly Order[]): Ship =>
  orders.reduce((ship, order, index) => {
    const decision = decided(ship, { command: { id: `order-${index}`, ...order }, at: ship.at })
    if (!decision.ok) throw new Error(decision.error.code)
    return decision.value.ship
  }, newShip(plan))

const breached = after({ type: 'InflictBreach', compartment: '07-04', area: 0.4 })

test('what is left is rounded up', () => expect([left(10_500, 0), left(0, 10)]).toEqual(['00:11', '00:00']))

describe('the profile by keyboard', () => {
  test('goes along a deck and stops at its ends', () => {
    expect(moveFrom(plan, '07-04', 'ArrowRight')).toBe('07-03')
    expect(moveFrom(plan, '07-04', 'End')).toBe('07-01')
    expect(moveFrom(plan, '07-01', 'ArrowRight')).toBe('07-01')
  })
  test('goes from deck to deck', () => {
    expect(moveFrom(plan, '07-04', 'ArrowDown')).toBe('08-04')
    expect(moveFrom(plan, '07-04', 'PageUp')).toBe('04-04')
    expect(moveFrom(plan, '01-06', 'ArrowUp')).toBe('01-06')
  })
  test('leaves other keys alone', () => expect(moveFrom(plan, '07-04', 'x')).toBeNull())
  test('says what it shows', () => {
    const cells = cellsOf(breached, workOf(breached, 0), 0)
    expect(cellInWords(plan, '07-04', cells.get('07-04'))).toContain('critical, hull breach, no force field')
    expect(cellInWords(plan, '09-05', undefined)).toMatch(/^09-05 .*: normal$/)
  })
})

describe('the five figures', () => {
  const kpis = (ship: Ship) => kpisOf(ship, crewsOf(ship, ship.at), ship.at)
  test('a whole ship has no colour', () =>
    expect(kpis(newShip(plan)).every(({ severity }) => severity === null)).toBe(true))
  test('a breach shows in the hull', () => expect(kpis(breached)[0]).toMatchObject({ sub: '1 breach · 0 held' }))
  test('a trend is what the last minute brought', () => {
    const whole = kpis(newShip(plan))
    const samples = withSample(withSample([], 0, whole), 30_000, kpis(breached))
    expect(directionOf(coursesOf(samples).hull)).toBe(-1)
    expect(directionOf(coursesOf(samples).shields)).toBe(0)
    expect(withSample(samples, 10_000, whole)).toHaveLength(1)
  })
})

describe('the command line', () => {
  const lines = (line: string, ship = breached) => suggest(ship, line, ship.at)
  test('completes a place, then a crew', () => {
    expect(lines('d 7-4')[0]).toMatchObject({ line: 'd 07-04 ', action: null })
    expect(lines('d 7-4 r2')[0]?.action).toEqual({
      kind: 'order',
      order: { type: 'DispatchCrew', crew: 'repair-2', task: 'breach:B1' },
    })
  })
  test('raises a field by default, lowers one when told', () => {
    expect(lines('f 7-4')[0]?.label).toMatch(/^Raise force field, 07-04/)
    expect(lines('f 7-4 off')[0]?.action).toMatchObject({ order: { type: 'LowerForceField' } })
  })
  test('acknowledges the top alarm', () =>
    expect(lines('a')[0]?.action).toMatchObject({ order: { type: 'AcknowledgeAlarm' } }))
  test('goes to a place by its name', () =>
    expect(lines('g sickbay')[0]?.action).toEqual({ kind: 'goto', compartment: '05-05' }))
  test('recalls nobody when nobody is out', () => expect(lines('r ')).toEqual([]))
  test('knows no other verbs', () => expect(lines('x 7-4')).toEqual([]))
})
