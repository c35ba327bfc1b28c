import { memoryLog } from '#db/memoryLog.ts'
import type { RecordingFile, ReplaySource } from '#shared/recording-file/recording-file.ts'
import { boardOf } from '#shared/ship/views/board.ts'
import { createApp } from '../../server/app.ts'
import { KEYFRAME_EVENTS, type Recording, recordingOf, shipAt } from '../../web/src/replay/recording.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { longRecording, plan, SHIP } from './attack.ts'
import type { Finding } from './goals.ts'
import { weighed } from './heap.ts'
import { LONG, longText, sourceOf, VERY_LONG, veryLongEvents } from './longRecording.ts'
import { computing, quantile } from './measure.ts'
import { direct, partsOn } from './parts.ts'

const SENT = 20_000
const SEEKS = 2_000
const ROUNDS = 3

export const recording = async (): Promise<readonly Finding[]> => {
  const text = longText()
  return [await size(), readyToPlay(text), ...seeks(text)]
}

/** As long as an incident of a day: many attacks, none of them the end of it. */
const asOneIncident = (): readonly RecordedEvent[] => {
  const all = longRecording(SENT)
  const opened = all.find(({ type }) => type === 'IncidentOpened')
  return all
    .filter((event) => event === opened || (event.type !== 'IncidentOpened' && event.type !== 'IncidentClosed'))
    .map((event, index) => ({ ...event, seq: index + 1 }))
}

/** What Chromium and Firefox take, over TLS or on the same machine. */
const TAKEN = 'gzip, deflate, br, zstd'

/** As the server sends it to a browser. */
const size = async (): Promise<Finding> => {
  const log = memoryLog()
  log.createShip({ id: SHIP, definition: plan.file, wall: '', events: asOneIncident() })
  const { app, service } = await createApp({ ...partsOn(direct(log)), screens: null })
  const [mark] = log.incidentMarks(SHIP)
  const url = `/api/v1/incidents/${mark?.event.incident}/recording`
  const plain = await app.inject({ url })
  const sent = await app.inject({ url, headers: { 'accept-encoding': TAKEN } })
  await app.close()
  service.metrics.stop()
  const { events } = plain.json<RecordingFile>()
  return {
    goal: 'P7',
    what: `bytes an event of a recording of ${SENT.toLocaleString('en')}, as sent`,
    value: sent.rawPayload.length / events.length,
    must: { atMost: 12 },
    unit: 'B',
    behind: `ship file included; uncompressed ${(plain.rawPayload.length / events.length).toFixed(0)} B`,
  }
}

const open = (text: string): Recording => recordingOf(JSON.parse(text) as ReplaySource)

const readyToPlay = (text: string): Finding => {
  const ms = Array.from({ length: ROUNDS }, () => computing(() => open(text)))
  const { heldMb } = weighed(() => open(text))
  return {
    goal: 'P7',
    what: `${LONG.toLocaleString('en')} events read, folded and ready to play`,
    value: quantile(ms, 0.5) / 1000,
    must: { atMost: 1 },
    unit: 's',
    behind: `processor time here, not in a browser; holds ${heldMb.toFixed(0)} MB; a keyframe every ${KEYFRAME_EVENTS} events`,
  }
}

const seeks = (text: string): readonly Finding[] => {
  const events = weighed(() => veryLongEvents(text))
  const long = weighed(() => recordingOf(sourceOf(events.made)))
  const { fromMs, toMs } = long.made
  const instants = Array.from({ length: SEEKS }, () => fromMs + Math.random() * (toMs - fromMs))
  const memory = `events hold ${events.heldMb.toFixed(0)} MB, keyframes ${long.heldMb.toFixed(0)} MB`
  return [
    seeking('seek', 4, memory, instants, (at) => shipAt(long.made, at)),
    seeking('seek and all a board shows', 16, '', instants, (at) => boardOf(shipAt(long.made, at), at)),
  ]
}

const seeking = (
  what: string,
  atMost: number,
  besides: string,
  instants: readonly number[],
  seek: (at: number) => unknown,
): Finding => {
  const ms = instants.map((at) => computing(() => seek(at)))
  const [median, worst] = [quantile(ms, 0.5), Math.max(...ms)].map((value) => value.toFixed(2))
  return {
    goal: 'P7',
    what: `${what}, in ${VERY_LONG.toLocaleString('en')} events, p99 of computing`,
    value: quantile(ms, 0.99),
    must: { atMost },
    unit: 'ms',
    behind: [`median ${median} ms, worst ${worst} ms`, besides].filter(Boolean).join('; '),
  }
}
