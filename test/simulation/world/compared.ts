import { projectState } from '#shared/protocol/projection.ts'
import type { Role } from '#shared/ship/events.ts'
import { type Ship, stateOf } from '#shared/ship/state.ts'

/** In whatever order their members stand: what comes to be known late stands later than what was known at once. */
const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** The first part in which two ships differ for whoever has that role; null if they are the same. */
export const differenceOf = (a: Ship, b: Ship, role: Role): string | null => {
  const [left, right] = [a, b].map(
    (ship) => new Map<string, unknown>(Object.entries(projectState(stateOf(ship), role))),
  )
  if (!left || !right) return null
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [one, other] = [left.get(key), right.get(key)]
    if (one !== other && JSON.stringify(one, sorted) !== JSON.stringify(other, sorted)) return key
  }
  return null
}
