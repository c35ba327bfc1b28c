import { freePort, startServer } from '../support/serverProcess.ts'
import { bigLog } from './bigLog.ts'
import { newFolder } from './folders.ts'
import { about, type Finding } from './goals.ts'
import { inTurns, median, ratio } from './measure.ts'

const EVENTS = 1_000_000
const ROUNDS = 3

/** From the command to the first answer, ms. */
const startedWithin = async (data: string): Promise<number> => {
  const port = await freePort()
  const startedMs = performance.now()
  const server = await startServer({ port, data })
  const ms = performance.now() - startedMs
  await server.terminate()
  return ms
}

/** How long a start takes with a long past, beside one with none. */
export const start = async (): Promise<readonly Finding[]> => {
  const { folder, events } = bigLog(EVENTS)
  const empty = newFolder()
  const ms = await inTurns(ROUNDS, { full: () => startedWithin(folder), empty: () => startedWithin(empty) })
  const [full, none] = [median(ms.full), median(ms.empty)]
  const behind = `${full.toFixed(0)} ms with ${about(events)} events against ${none.toFixed(0)} ms with none`
  return [
    {
      goal: 'P8',
      what: `start with a log of ${about(events)} events ÷ without any`,
      value: ratio(ms.full, ms.empty),
      must: { atMost: 1.5 },
      unit: '×',
      behind,
    },
    {
      goal: 'P8',
      what: `restart with ${about(events)} events, until it answers`,
      value: full / 1000,
      must: { atMost: 2 },
      unit: 's',
      behind: 'absolute: a quiet machine; compiled code kept between starts',
    },
    {
      goal: 'P8',
      what: 'start of a built clone',
      value: none / 1000,
      must: { atMost: 1 },
      unit: 's',
      behind: 'the same',
    },
  ]
}
