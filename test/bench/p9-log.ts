import { openSqliteLog } from '#db/sqliteLog.ts'
import type { Entry, EventLog } from '#db/eventLog.ts'
import { bigLog } from './bigLog.ts'
import { SHIP } from './attack.ts'
import { Fleet } from './fleet.ts'
import { about, figure, type Finding } from './goals.ts'
import { atRate } from './load.ts'
import { computing, inTurns, median, ratio, timed } from './measure.ts'
import { Wire } from './wire.ts'

const SHORT = 10_000
const LONG = 4_000_000
const ROUNDS = 5
const APPENDS = 20
const TOGETHER = 100
const SEEKS = 2_000
const ROWS = 100
const PAGE = 1_000
const ORDERS_PER_S = 100
const FOR_MS = 1_500

const nextEntries = (log: EventLog): Entry => {
  const head = log.head(SHIP)
  const events = Array.from({ length: TOGETHER }, (_, n): Entry['events'][number] => ({
    ...{ type: 'LogRecorded', text: `Line ${n}`, seq: head + 1 + n, at: 0, cause: null, command: null },
    ...{ wall: '2026-11-22T12:00:00.000Z', by: { role: 'ship', name: '' } },
  }))
  return { ship: SHIP, expectedSeq: head, events }
}

const appending = (log: EventLog) => (): number =>
  timed(() => {
    for (let n = 0; n < APPENDS; n++) log.append([nextEntries(log)])
  })

/** A place that nobody asked for since the log was opened costs more the first time, however long the log is. */
const readThrough = (log: EventLog): void => {
  const head = log.head(SHIP)
  for (let after = 0; after < head; after += PAGE) log.eventsJson(SHIP, after, PAGE)
}

/** One seek, so that the logs take turns at each: a short one read again and again would never leave the processor's cache. */
const seeking = (log: EventLog) => (): number => {
  const after = Math.floor(Math.random() * (log.head(SHIP) - ROWS))
  return computing(() => log.eventsJson(SHIP, after, ROWS))
}

interface Pair<Thing> {
  readonly short: Thing
  readonly long: Thing
}

const each = async <From, To>(
  { short, long }: Pair<From>,
  make: (from: From) => To | Promise<To>,
): Promise<Pair<To>> => ({
  short: await make(short),
  long: await make(long),
})

/** What a dashboard is sent when it starts to watch. */
const joinBytes = async (fleet: Fleet): Promise<number> => {
  const wire = await Wire.open(fleet.port)
  const before = wire.bytesOfAll
  await wire.watch(SHIP)
  const bytes = wire.bytesOfAll - before
  wire.close()
  return bytes
}

/** Both open at once, as long as it takes. */
const onLogs = async <Result>(
  folders: Pair<string>,
  work: (logs: Pair<EventLog>) => Promise<Result>,
): Promise<Result> => {
  const logs = await each(folders, openSqliteLog)
  try {
    return await work(logs)
  } finally {
    await each(logs, (log) => log.close())
  }
}

/** What depends on how long the log is: nothing should. */
export const lengthOfLog = async (): Promise<readonly Finding[]> => {
  const folders = { short: bigLog(SHORT).folder, long: bigLog(LONG).folder }
  // first, for what is added below are short lines, and would be half of the short log
  const seeks = await onLogs(folders, async (logs) => {
    await each(logs, readThrough)
    return inTurns(SEEKS, { short: seeking(logs.short), long: seeking(logs.long) })
  })

  const fleets = await each(folders, (folder) => Fleet.start('durable', 10, 4, { folder }))
  const joins = await each(fleets, joinBytes)
  const ack = (fleet: Fleet) => async () => median((await atRate(fleet, ORDERS_PER_S, FOR_MS)).ackMs)
  const acks = await inTurns(ROUNDS, { short: ack(fleets.short), long: ack(fleets.long) })
  await each(fleets, (fleet) => fleet.stopped())

  const appends = await onLogs(folders, ({ short, long }) =>
    inTurns(ROUNDS, { short: appending(short), long: appending(long) }),
  )

  const lengths = `${about(LONG)} events ÷ ${about(SHORT)}`
  const flat = { goal: 'P9', unit: '×', must: { atMost: 1.25 } } as const
  const both = ({ short, long }: Pair<readonly number[]>, to: number) =>
    `${figure(median(long) / to, 'ms')} against ${figure(median(short) / to, 'ms')}`
  return [
    {
      ...flat,
      what: `append of ${TOGETHER}, ${lengths}`,
      value: ratio(appends.long, appends.short),
      behind: both(appends, APPENDS),
    },
    {
      ...flat,
      what: `seek and ${ROWS} rows, ${lengths}`,
      value: ratio(seeks.long, seeks.short),
      behind: both(seeks, 1),
    },
    { ...flat, what: `ack p50, ${lengths}`, value: ratio(acks.long, acks.short), behind: both(acks, 1) },
    {
      ...flat,
      what: `bytes to join, ${lengths}`,
      value: joins.long / joins.short,
      behind: `${joins.long} against ${joins.short}`,
    },
  ]
}
