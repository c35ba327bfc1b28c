import type { Role } from '#shared/ship/events.ts'

/** Who asks when inputs are malformed. An instructor's orders that happen to be right would set the ship on fire. */
export const CREW: readonly Role[] = ['captain', 'operations', 'medical', 'observer']
