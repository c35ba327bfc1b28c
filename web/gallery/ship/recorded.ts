import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { newShip } from '#shared/ship/state.ts'
import { type Recording, recordingOf } from '../../src/replay/recording.ts'
import { attack, LARGEST, type Moment, Voyage, WHOLE } from './voyages.ts'

/** Recordings as the server would send them, of voyages that the core made. */
const recorded = ({ events }: Moment): Recording =>
  recordingOf({ definition: LARGEST.file, start: { seq: 0, at: 0, state: newShip(LARGEST) }, events, notes: [] })

const volleys = attack(LARGEST)

const fought = new Voyage(LARGEST)
  .sail(20_000, true)
  .give({ type: 'SetAlert', condition: 'yellow' }, ...volleys.slice(0, 1))
  .sail(40_000, true)
  .give({ type: 'SetAlert', condition: 'red' }, ...volleys.slice(1))
  .sail(120_000, true)
  .give({ type: 'PinNote', at: 60_000, text: 'Fields came up late', kind: 'improve' })
  .give({ type: 'SetAlert', condition: 'yellow' })
  .sail(60_000, true)
  .give({ type: 'CloseIncident' }).now

export const ATTACK: Recording = recorded(fought)
export const UNEVENTFUL: Recording = recorded(WHOLE)

const OVER: IncidentSummary = {
  id: 'over',
  ship: LARGEST.file.id,
  kind: 'attack',
  name: 'Four hits',
  openedSeq: 1,
  openedAt: 0,
  openedWall: '2026-11-22T12:00:00.000Z',
  closedSeq: fought.events.length,
  closedAt: fought.at,
  imported: false,
}

export const INCIDENTS: readonly IncidentSummary[] = [
  { ...OVER, id: 'open', kind: 'accident', name: 'Coolant on the floor', closedSeq: null, closedAt: null },
  OVER,
  { ...OVER, id: 'drill', kind: 'drill', name: 'A drill whose name is too long for a line of a list on a phone' },
]
