import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import { shipFrom } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import type { Digested } from './readFile.ts'
import type { Recording } from './recording.ts'

/** An incident that came as a file, by the name that it goes by here. */
export const recordingFromFile = (file: RecordingFile, incident: IncidentSummary): Recording => {
  const { events, sight, untilMs, start, notes } = file
  const plan = planOf(file.definition)
  return {
    ...{ incident, plan, sight, untilMs },
    ownId: ownIdOf(file.incident.id),
    *start() {
      yield
      return shipFrom(plan, start.state)
    },
    planned: sight === 'known' ? file.planned : null,
    count: events.length,
    events: (from, limit) => events.slice(from, from + limit),
    texts: (from, limit) => events.slice(from, from + limit).map((event) => JSON.stringify(event)),
    words: notes,
  }
}

/** A recording that was brought in and saved again has its first name before the dot. */
const ownIdOf = (id: string): string => id.replace(/\..*$/, '')

const DIGEST_CHARACTERS = 8

/** Its id here tells it from the ship's own incidents, and from any other recording that goes by the same one. */
export const importedAs = ({ file: { incident }, digest }: Digested): IncidentSummary => ({
  ...incident,
  id: `${ownIdOf(incident.id)}.${digest.slice(0, DIGEST_CHARACTERS)}`,
  imported: true,
})
