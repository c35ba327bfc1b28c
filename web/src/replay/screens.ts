/** What of the ship can be looked at in a replay. */
export const REPLAY_SCREENS = ['board', 'dispatch', 'casualties', 'systems', 'report', 'log'] as const
export type ReplayScreenName = (typeof REPLAY_SCREENS)[number]

/** The one that an address names with `?view=`, or else the board. */
export const screenIn = (query: URLSearchParams): ReplayScreenName => {
  const named = query.get('view')
  return REPLAY_SCREENS.find((screen) => screen === named) ?? 'board'
}
