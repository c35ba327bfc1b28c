/** "21:04:10", where this screen stands. */
export const timeOfDay = (ms: number): string => new Date(ms).toLocaleTimeString('en-GB')
