import type { Actor, RecordedEvent, ShipEvent } from '#shared/ship/events.ts'

export interface Origin {
  readonly by: Actor
  /** Id of the command; null when nobody ordered it. */
  readonly command: string | null
}

export const BY_ITSELF: Origin = { by: { role: 'ship', name: '' }, command: null }

/** Events as they are stored: with who, by which order, and when in the world. */
export const record = (events: readonly ShipEvent[], { by, command }: Origin, wall: string): readonly RecordedEvent[] =>
  events.map((event) => ({ ...event, wall, by, command }))
