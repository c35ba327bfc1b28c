import { nearest } from '#shared/ship/policy.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { Scenario } from './library/library.ts'
import { begin, give, type Happening, simulate } from './simulate.ts'

const DAY_MS = 86_400_000

/**
 * What a new ship has been through on the first start: the scenarios that ask for it, in the order of their ids, played to
 * the end and kept as records, or begun and left to run on. The days between them pass at rest.
 */
export function* demonstration(whole: Ship, scenarios: Iterable<Scenario>): Generator<Happening> {
  let ship = whole
  for (const { file, script } of inOrder(scenarios, whole.plan.file.id)) {
    const exercise = { scenario: file.id, script, at: ship.at + (file.afterDays ?? 0) * DAY_MS }
    const happenings = file.atFirstStart === 'run' ? live(ship, exercise) : simulate(ship, exercise, nearest)
    for (const happening of happenings) {
      ship = happening.ship
      yield happening
    }
  }
}

/** Whether a first start begins something on that ship that a newcomer can watch. */
export const runsLive = (scenarios: Iterable<Scenario>, ship: string): boolean =>
  inOrder(scenarios, ship).some(({ file }) => file.atFirstStart === 'run')

function* live(whole: Ship, exercise: Parameters<typeof begin>[1]): Generator<Happening> {
  for (const begun of begin(whole, exercise)) {
    yield begun
    yield* give(begun.ship, { type: 'SetClock', rate: 1 }, exercise.at)
  }
}

const inOrder = (scenarios: Iterable<Scenario>, ship: string): readonly Scenario[] =>
  [...scenarios]
    .filter(({ file }) => file.ship === ship && file.atFirstStart !== undefined)
    .sort((a, b) => (a.file.id < b.file.id ? -1 : 1))
