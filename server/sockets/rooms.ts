import { seesAll } from '#shared/protocol/rights.ts'
import type { Role } from '#shared/ship/events.ts'

/** Two rooms a ship, for the two ways to see her: all of it, or what the crew may know. */
export const wholeRoom = (ship: string): string => `${ship}:whole`
export const crewRoom = (ship: string): string => `${ship}:crew`

export const roomFor = (ship: string, role: Role): string => (seesAll(role) ? wholeRoom(ship) : crewRoom(ship))

/** Of those in the crew's room, all of whom see the same. */
export const CREW_ROLE: Role = 'observer'
