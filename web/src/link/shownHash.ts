import { projectState } from '#shared/protocol/projection.ts'
import type { Role } from '#shared/ship/events.ts'
import { hashOf } from '#shared/ship/hash.ts'
import { type Ship, stateOf } from '#shared/ship/state.ts'

/** Hash of what a role may know of a ship, as the server reckons it. */
export const shownHash = (ship: Ship, role: Role): string => hashOf(projectState(stateOf(ship), role))
