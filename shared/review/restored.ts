import type { RecordedEvent } from '../ship/events.ts'

/** The ship is whole from here on, and what was is gone: whatever is followed by id ends, without having come to its end. */
export const isRestoring = ({ type }: RecordedEvent): boolean => type === 'ShipRestored' || type === 'ScenarioStarted'
