import type { Ship } from '#shared/ship/state.ts'
import type { Scene, Step } from './given.ts'
import { givenShip } from './given.ts'
import { damage } from './ship-orders.ts'
import { smallShip } from './small-ship.ts'

/** Whoever is in a compartment tells of what no sensor sees after this time, s. */
export const NOTICE_S = 90

/** The small ship with internal sensors, which her computer runs. */
export const sensingShip = (): Ship => smallShip({ sensors: { system: 'computer', noticeSeconds: NOTICE_S } })

/** The same with her sensors dead. Crews are in 02-02, 02-03 and 03-01, people also in 01-01 and 02-01, nobody in 01-02 and 03-02. */
export const dark = (...steps: readonly Step[]): Scene => givenShip(sensingShip(), damage('computer', 0), ...steps)
