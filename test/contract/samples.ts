import type { Entry, NewShip, Snapshot, SnapshotText } from '#db/eventLog.ts'
import type { FactOf, RecordedEvent } from '#shared/ship/events.ts'
import type { ShipState } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'

export const WALL = '2026-11-22T12:00:00.000Z'

/** The log tells only incidents and what is said for reviews from other events. */
export type Sample = FactOf<'LogRecorded' | 'NotePinned' | 'ObjectiveRated' | 'IncidentOpened' | 'IncidentClosed'>

export const logged = (text: string): Sample => ({ type: 'LogRecorded', text })
export const pinned = (text: string): Sample => ({ type: 'NotePinned', pinnedAt: 0, text, kind: 'note' })
export const rated = (text: string): Sample => ({
  type: 'ObjectiveRated',
  incident: 'aurora-1',
  objective: 'contain',
  text,
  rating: 'P',
  remark: null,
})
export const opened = (incident: string): Sample => ({
  type: 'IncidentOpened',
  incident,
  kind: 'drill',
  name: incident,
})
export const closed = (incident: string): Sample => ({ type: 'IncidentClosed', incident })

/** Those facts, recorded one after the other from seq `after + 1`. */
export const recorded = (after: number, ...facts: readonly Sample[]): readonly RecordedEvent[] =>
  facts.map((fact, index) => ({
    ...fact,
    seq: after + 1 + index,
    at: 1000 * (after + 1 + index),
    cause: null,
    wall: WALL,
    by: { role: 'captain', name: 'Somebody' },
    command: null,
  }))

/** The log never looks into a ship file, so any JSON will do for one. */
export const newShip = (id: string, ...facts: readonly Sample[]): NewShip => ({
  id,
  definition: { format: 'bulkhead/ship@1', id, name: `The good ship ${id}` } as unknown as ShipFile,
  wall: WALL,
  events: recorded(0, ...facts),
})

export const entry = (ship: string, expectedSeq: number, ...facts: readonly Sample[]): Entry => ({
  ship,
  expectedSeq,
  events: recorded(expectedSeq, ...facts),
})

export const commanded = (id: string, entry: Entry): Entry => ({
  ...entry,
  command: { id, digest: `digest of ${id}`, answer: `{"ok":true,"to":"${id}"}` },
})

/** Nor does it look into a state. */
export const snapshot = (ship: string, seq: number, coreVersion = 'core-1'): Snapshot => ({
  ship,
  seq,
  at: 1000 * seq,
  state: { seq, alert: 'red' } as ShipState,
  coreVersion,
})

/** The same as it is saved. */
export const savedAs = ({ state, ...place }: Snapshot): SnapshotText => ({ ...place, text: JSON.stringify(state) })
