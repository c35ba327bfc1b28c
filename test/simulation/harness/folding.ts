import type { RecordedEvent, Role, ShipEvent } from '#shared/ship/events.ts'
import { fold } from '#shared/ship/evolve.ts'
import { shipFrom, stateOf, type Ship } from '#shared/ship/state.ts'
import { projectEvent, projectState } from '#shared/protocol/projection.ts'
import type { Finding } from './invariant.ts'

/** As it comes out of the log: through JSON, so that nothing survives that would not be stored. */
const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

const recorded = (event: ShipEvent): RecordedEvent => ({
  ...event,
  wall: '',
  by: { role: 'ship', name: '' },
  command: null,
})

/** The first record in which two states differ. */
const differenceOf = (a: object, b: object): string | null => {
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  for (const key of new Set([...left.keys(), ...right.keys()]))
    if (JSON.stringify(left.get(key)) !== JSON.stringify(right.get(key))) return key
  return null
}

/** [TIM5] The log folds to the ship. */
export const foldsTo = (start: Ship, events: readonly ShipEvent[], end: Ship): Finding | null => {
  const again = fold(shipFrom(start.plan, stored(stateOf(start))), stored(events))
  const what = differenceOf(stateOf(again), stateOf(end))
  return what === null ? null : { invariant: 'the log folds to the ship', what: `${what} after ${end.seq}` }
}

/** In whatever order their members stand: what comes to be known late stands later than what was known at once. */
const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

const seenBy = (role: Role, ship: Ship): object =>
  JSON.parse(JSON.stringify(projectState(stateOf(ship), role), sorted)) as object

/** [SRV11] [KNO9] What a role gets folds to what it may see, nothing more and nothing less. */
export const foldsFor = (role: Role, start: Ship, events: readonly ShipEvent[], end: Ship): Finding | null => {
  const shown = events.map((event) => projectEvent(recorded(event), role))
  const again = fold(shipFrom(start.plan, projectState(stateOf(start), role)), shown)
  const what = differenceOf(seenBy(role, again), seenBy(role, end))
  return what === null ? null : { invariant: 'a role’s log folds to what it sees', what: `${what} for ${role}` }
}
