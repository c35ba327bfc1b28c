/** A crew that has not worked yet and has only its own people. */
export const RESTED = { hands: 0, fatigue: { minutes: 0, since: 0, perMinute: 0 }, tired: 'fresh' } as const
