import { brotliCompressSync, constants } from 'node:zlib'
import { memoryLog } from '#db/memoryLog.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { RecordingFile, ReplaySource } from '#shared/recording-file/recording-file.ts'
import { newShip, stateOf } from '#shared/ship/state.ts'
import { createApp } from '../../server/app.ts'
import { KEYFRAME_EVENTS, recordingOf, shipAt } from '../../web/src/replay/recording.ts'
import { attack, longRecording, plan, recorded, SHIP } from './attack.ts'
import type { Finding } from './goals.ts'
import { computing, quantile } from './measure.ts'
import { partsOn } from './parts.ts'

const LONG = 100_000
const VERY_LONG = 1_000_000
const SEEKS = 2_000
const ROUNDS = 3

export const recording = async (): Promise<readonly Finding[]> => {
  const events = longRecording(LONG)
  return [await size(), readyToPlay(events), seek(events)]
}

/** As the server sends it to a browser that takes brotli. */
const size = async (): Promise<Finding> => {
  const log = memoryLog()
  const events = recorded(attack(1))
  log.createShip({ id: SHIP, definition: plan.file, wall: '', events })
  const { app, service } = await createApp({ ...partsOn(log), screens: null })
  const [mark] = log.incidentMarks(SHIP)
  const url = `/api/v1/incidents/${mark?.event.incident}/recording`
  const plain = await app.inject({ url })
  const sent = await app.inject({ url, headers: { 'accept-encoding': 'br' } })
  await app.close()
  service.metrics.stop()
  const file = plain.json<RecordingFile>()
  const besides = compressed(JSON.stringify({ ...file, events: [] }))
  return {
    goal: 'P7',
    what: 'bytes an event of a recording, as sent',
    value: (sent.rawPayload.length - besides) / file.events.length,
    must: { atMost: 12 },
    unit: 'B',
    behind: `${file.events.length} events and the ship file in ${sent.rawPayload.length} B; uncompressed ${plain.rawPayload.length} B`,
  }
}

const compressed = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length

const fileOf = (events: readonly RecordedEvent[]): ReplaySource => ({
  definition: plan.file,
  start: { seq: 0, at: 0, state: stateOf(newShip(plan)) },
  events,
  notes: [],
})

const readyToPlay = (events: readonly RecordedEvent[]): Finding => {
  const text = JSON.stringify(fileOf(events))
  const ms = Array.from({ length: ROUNDS }, () => computing(() => recordingOf(JSON.parse(text) as ReplaySource)))
  return {
    goal: 'P7',
    what: `${LONG.toLocaleString('en')} events read, folded and ready to play`,
    value: quantile(ms, 0.5) / 1000,
    must: { atMost: 1 },
    unit: 's',
    behind: `processor time here, not in a browser; a keyframe every ${KEYFRAME_EVENTS} events`,
  }
}

const seek = (some: readonly RecordedEvent[]): Finding => {
  const last = some.at(-1)
  const events: RecordedEvent[] = []
  for (let after = 0; last && after < VERY_LONG; after += some.length) {
    const times = after / some.length
    for (const event of some) events.push({ ...event, seq: event.seq + after, at: event.at + last.at * times })
  }
  const long = recordingOf(fileOf(events))
  const instants = Array.from({ length: SEEKS }, () => long.fromMs + Math.random() * (long.toMs - long.fromMs))
  const ms = instants.map((at) => computing(() => shipAt(long, at)))
  return {
    goal: 'P7',
    what: `seek in ${VERY_LONG.toLocaleString('en')} events, p99 of computing`,
    value: quantile(ms, 0.99),
    must: { atMost: 4 },
    unit: 'ms',
    behind: `median ${quantile(ms, 0.5).toFixed(2)} ms; painting is measured in the browser tests`,
  }
}
