import { setImmediate as turn } from 'node:timers/promises'
import { projectState } from '#shared/protocol/projection.ts'
import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import type { Sight } from '#shared/review/review.ts'
import { stateOf } from '#shared/ship/state.ts'
import { inTurns } from '../runs/work.ts'
import { shownEvents, shownText } from '../shown.ts'
import { plannedFor } from './planned.ts'
import { type Recording, ROLE_SHOWN } from './recording.ts'

/** Events put into the text at once: other requests get their turn in between. */
const PAGE = 500

/** A recording as a file, piece by piece, for whoever is shown that much: it can be long, and never stands in memory as a whole. */
export async function* fileText(recording: Recording, sight: Sight): AsyncGenerator<string> {
  const { incident, plan, untilMs, count, words } = recording
  const role = ROLE_SHOWN[sight]
  const start = await inTurns(recording.start())
  const head: Omit<RecordingFile, 'events' | 'notes'> = {
    schema: 'bulkhead/recording@1',
    ...{ incident, sight, untilMs, planned: plannedFor(recording, start, sight) },
    definition: plan.file,
    start: { seq: start.seq, at: incident.openedAt, state: projectState(stateOf(start), role) },
  }
  yield `${JSON.stringify(head).slice(0, -1)},"events":[`
  for (let from = 0; from < count; from += PAGE) {
    const texts = recording.texts(from, PAGE).map((text) => shownText(text, role))
    yield (from === 0 ? '' : ',') + texts.join(',')
    await turn() // whoever reads may ask for many pages in advance
  }
  yield `],"notes":${JSON.stringify(shownEvents(words, role))}}`
}
