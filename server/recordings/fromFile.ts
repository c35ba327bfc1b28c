import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { shipFrom } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { textsIn } from './packedTexts.ts'
import type { ReadRecording } from './readAside.ts'
import type { Recording } from './recording.ts'

/** An incident that came as a file, by the name that it goes by here. */
export const recordingFromFile = ({ file, events }: ReadRecording, incident: IncidentSummary): Recording => {
  const { sight, untilMs, start, notes } = file
  const plan = planOf(file.definition)
  return {
    ...{ incident, plan, sight, untilMs },
    ownId: ownIdOf(file.incident.id),
    *start() {
      yield
      return shipFrom(plan, start.state)
    },
    planned: sight === 'known' ? file.planned : null,
    count: events.ends.length,
    events: (from, limit) => textsIn(events, from, limit).map((text) => JSON.parse(text) as RecordedEvent),
    texts: (from, limit) => textsIn(events, from, limit),
    words: notes,
  }
}

/** A recording that was brought in and saved again has its first name before the dot. */
const ownIdOf = (id: string): string => id.replace(/\..*$/, '')

const DIGEST_CHARACTERS = 8

interface Named {
  readonly file: { readonly incident: IncidentSummary }
  readonly digest: string
}

/** Its id here tells it from the ship's own incidents, and from any other recording that goes by the same one. */
export const importedAs = ({ file: { incident }, digest }: Named): IncidentSummary => ({
  ...incident,
  id: `${ownIdOf(incident.id)}.${digest.slice(0, DIGEST_CHARACTERS)}`,
  imported: true,
})
