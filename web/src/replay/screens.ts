import { screen } from '../console/screen.ts'

/** What of the ship can be looked at in a replay. */
export const REPLAY_SCREENS = ['board', 'dispatch', 'casualties', 'systems', 'report', 'log'] as const
export type ReplayScreenName = (typeof REPLAY_SCREENS)[number]

/** The same screens as the live ones, but for the board and the log, which a replay brings along. */
export const SCREEN_LOADERS = {
  dispatch: screen(() => import('../views/Dispatch.svelte')),
  casualties: screen(() => import('../views/Casualties.svelte')),
  systems: screen(() => import('../views/Systems.svelte')),
  report: screen(() => import('../views/Report.svelte')),
}

/** The one that an address names with `?view=`, or else the board. */
export const screenIn = (query: URLSearchParams): ReplayScreenName => {
  const named = query.get('view')
  return REPLAY_SCREENS.find((screen) => screen === named) ?? 'board'
}
