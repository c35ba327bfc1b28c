/**
 * Orders of one session: the server counts by it [LIM1], and whoever keeps orders and sends them later stays within it. A person
 * at a board gives one in a few seconds, a program that follows along a few a second.
 */
export const ORDERS_OF_A_SESSION = { perSecond: 20, atOnce: 40 } as const

/** Told to wait so often in a row within that time, a connection is cut off and its session shut out. */
export const STRIKES = { most: 3, withinMs: 10_000 } as const
