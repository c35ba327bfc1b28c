import { setTimeout as sleep } from 'node:timers/promises'
import type { Alert } from '#shared/ship/terms.ts'
import { order, readShip } from './ship-over-http.ts'

/** The ship of the demonstration. */
export const SHIP = 'voyager'

/** Every screen there is, by its address. */
export const SCREENS = {
  board: '/',
  dispatch: '/dispatch',
  casualties: '/casualties',
  systems: '/systems',
  report: '/report',
  log: '/log',
  replays: '/replay',
  replay: '/replay/voyager-3?t=200',
  review: '/review/voyager-3?t=200',
  desk: '/desk',
  crews: '/crew',
  crew: '/crew/repair-2',
} as const

const FAST = 16
const POLL_MS = 50

/** Lets the demonstration run, quicker than time, until so many seconds into its incident, and stops the clock there. */
export const runTo = async (url: string, seconds: number): Promise<void> => {
  await order(url, SHIP, { type: 'SetClock', rate: FAST })
  for (;;) {
    const { at, state } = await readShip(url, SHIP)
    if (state.incident && at - state.incident.openedAt >= seconds * 1000) break
    await sleep(POLL_MS)
  }
  await order(url, SHIP, { type: 'SetClock', rate: 0 })
}

export const setCondition = (url: string, condition: Alert): Promise<void> =>
  order(url, SHIP, { type: 'SetAlert', condition })

/** Nothing broken, nobody hurt, time stopped. */
export const putToRest = async (url: string): Promise<void> => {
  await order(url, SHIP, { type: 'StopScenario' })
  await order(url, SHIP, { type: 'RestoreShip' })
  await setCondition(url, 'green')
  await order(url, SHIP, { type: 'SetClock', rate: 0 })
}
