import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Entry } from '#db/eventLog.ts'
import type { LogWriter } from '#db/logWriter.ts'
import { openThreadedLog } from '#db/threadedLog.ts'
import { CommandSchema } from '#shared/protocol/schemas.ts'
import { commissionLibrary } from '../../server/commissioning.ts'
import { reader } from '../../server/receive/reader.ts'
import { order } from '../../server/receive/order.ts'
import { createService } from '../../server/service.ts'
import { SHIP } from './attack.ts'
import { newFolder } from './folders.ts'
import { about, type Finding } from './goals.ts'
import { median } from './measure.ts'
import { partsOn } from './parts.ts'
import { rawLog, rowOf } from './rawCommit.ts'

/** In each of the two lanes. */
const TURNS = 10
const A_TURN = 100
const ROUNDS = 15
/** Until the code is compiled. */
const WARM_UP_ROUNDS = 3
const read = reader(CommandSchema, 'a command')
const DISPATCHER = { role: 'operations', name: 'Dispatcher', ship: null, session: null } as const

/** Keeps what is appended, so that exactly the same rows can be written raw. */
const remembering = (writer: LogWriter, entries: Entry[]): LogWriter => ({
  ...writer,
  append: (batch) => {
    entries.push(...batch)
    return writer.append(batch)
  },
})

const die = (error: unknown): never => {
  throw error
}

/** From an order as it was received to its durable answer: read, judged, folded, recorded, committed. */
const product = async (entries: Entry[]) => {
  const { log, writer } = await openThreadedLog(newFolder(), die)
  const service = createService(partsOn({ log, writer: remembering(writer, entries) }))
  await commissionLibrary(service, false)
  entries.splice(0)
  let given = 0
  const give = () =>
    new Promise<void>((done) => {
      const sent = read({ id: `bench-order-${given++}`, type: 'RecordLog', text: `Order number ${given}` })
      if (!sent.ok) throw new Error('An order cannot be read')
      order(service, SHIP, sent.value, DISPATCHER, (ruling) => (ruling.ok ? done() : die(ruling.error)))
    })
  const lane = async () => {
    for (let turn = 0; turn < TURNS; turn++) await Promise.all(Array.from({ length: A_TURN }, give))
  }
  return {
    /** Two lanes, half a turn apart: one gives its orders while those of the other are written. */
    orders: async () => {
      const first = lane()
      await nextTurn() // in which its orders have gone to be written
      await Promise.all([first, lane()])
    },
    close: async () => {
      await service.stop()
      service.metrics.stop()
      await writer.close()
    },
  }
}

interface Spent {
  readonly wallMs: number
  /** Processor time, of all threads. */
  readonly cpuMs: number
}

const spentOn = async (work: () => void | Promise<void>): Promise<Spent> => {
  const [startedMs, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { wallMs: performance.now() - startedMs, cpuMs: (user + system) / 1000 }
}

/** The product's turns and the same rows raw, by turns: whatever else the machine does weighs on both. */
const inRounds = async (): Promise<readonly { readonly server: Spent; readonly raw: Spent }[]> => {
  const entries: Entry[] = []
  const server = await product(entries)
  const raw = rawLog(SHIP)
  for (let round = 0; round < WARM_UP_ROUNDS; round++) await server.orders()
  const rounds: { readonly server: Spent; readonly raw: Spent }[] = []
  while (rounds.length < ROUNDS) {
    entries.splice(0)
    const ours = await spentOn(server.orders)
    const rows = entries.map(rowOf)
    const theirs = await spentOn(() => {
      for (let from = 0; from < rows.length; from += A_TURN) raw.commit(rows.slice(from, from + A_TURN))
    })
    rounds.push({ server: ours, raw: theirs })
  }
  await server.close()
  raw.close()
  return rounds
}

export const ordersInProcess = async (): Promise<readonly Finding[]> => {
  const rounds = await inRounds()
  const orders = 2 * TURNS * A_TURN
  const of = (side: 'server' | 'raw', what: keyof Spent) => median(rounds.map((round) => round[side][what]))
  const rate = (side: 'server' | 'raw') => `${about((orders * 1000) / of(side, 'wallMs'))}`
  const cpuUs = (side: 'server' | 'raw') => `${((of(side, 'cpuMs') * 1000) / orders).toFixed(0)} µs`
  return [
    {
      goal: 'P1',
      what: `orders in process ÷ raw synced commits of the same rows, ${A_TURN} a transaction`,
      value: median(rounds.map(({ server, raw }) => raw.wallMs / server.wallMs)),
      must: { atLeast: 0.6 },
      unit: '×',
      behind: `${rate('server')} orders/s against ${rate('raw')} entries/s; processor time of each, all threads, ${cpuUs('server')} against ${cpuUs('raw')}`,
    },
  ]
}
