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
import { median, timed } from './measure.ts'
import { partsOn } from './parts.ts'
import { rawLog, rowOf } from './rawCommit.ts'

const TURNS = 100
const A_TURN = 100
const ROUNDS = 3
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
  return {
    turn: () => Promise.all(Array.from({ length: A_TURN }, give)),
    close: async () => {
      await service.stop()
      service.metrics.stop()
      await writer.close()
    },
  }
}

/** Ms for all turns of the product, the next given while one is being written, and then for the same rows raw. */
const oneAfterTheOther = async () => {
  const entries: Entry[] = []
  const server = await product(entries)
  await server.turn()
  entries.splice(0)
  const startedMs = performance.now()
  const lane = async () => {
    for (let turn = 0; turn < TURNS / 2; turn++) await server.turn()
  }
  await Promise.all([lane(), lane()])
  const serverMs = performance.now() - startedMs
  await server.close()

  const raw = rawLog(SHIP)
  const rows = entries.map(rowOf)
  const rawMs = timed(() => {
    for (let from = 0; from < rows.length; from += A_TURN) raw.commit(rows.slice(from, from + A_TURN))
  })
  raw.close()
  return { server: serverMs, raw: rawMs }
}

export const ordersInProcess = async (): Promise<readonly Finding[]> => {
  const rounds: Awaited<ReturnType<typeof oneAfterTheOther>>[] = []
  for (let round = 0; round <= ROUNDS; round++) rounds.push(await oneAfterTheOther())
  rounds.shift() // in which code was still being compiled
  const rate = (side: 'server' | 'raw') => median(rounds.map((ms) => (TURNS * A_TURN * 1000) / ms[side]))
  return [
    {
      goal: 'P1',
      what: `orders in process ÷ raw synced commits of the same rows, ${A_TURN} a transaction`,
      value: median(rounds.map((ms) => ms.raw / ms.server)),
      must: { atLeast: 0.6 },
      unit: '×',
      behind: `${about(rate('server'))} orders/s against ${about(rate('raw'))} entries/s`,
    },
  ]
}
