import type { Entry, EventLog } from '#db/eventLog.ts'
import { openSqliteLog } from '#db/sqliteLog.ts'
import { CommandSchema } from '#shared/protocol/schemas.ts'
import type { Clock } from '../../server/clock.ts'
import { commissionLibrary } from '../../server/commissioning.ts'
import { reader } from '../../server/receive/reader.ts'
import { order } from '../../server/receive/order.ts'
import { createService } from '../../server/service.ts'
import { systemClock } from '../../server/systemClock.ts'
import { SHIP } from './attack.ts'
import { newFolder } from './folders.ts'
import { about, type Finding } from './goals.ts'
import { median, timed } from './measure.ts'
import { partsOn } from './parts.ts'
import { rawLog, type Row, rowOf } from './rawCommit.ts'

const TURNS = 100
const A_TURN = 100
const ROUNDS = 3
const read = reader(CommandSchema, 'a command')
const DISPATCHER = { role: 'operations', name: 'Dispatcher', ship: null, session: null } as const

/** A clock whose turns of the loop end when told. */
const turnsByHand = (): { readonly clock: Clock; readonly endTurn: () => void } => {
  const calls: (() => void)[] = []
  return {
    clock: { ...systemClock(), afterThisTurn: (call) => calls.push(call) },
    endTurn: () => {
      for (const call of calls.splice(0)) call()
    },
  }
}

/** Keeps what is appended, so that exactly the same rows can be written raw. */
const remembering = (log: EventLog, entries: Entry[]): EventLog => ({
  ...log,
  append: (batch) => {
    entries.push(...batch)
    return log.append(batch)
  },
})

/** From an order as it was received to its durable answer: read, judged, folded, recorded, committed. */
const product = (entries: Entry[]) => {
  const log = openSqliteLog(newFolder())
  const { clock, endTurn } = turnsByHand()
  const service = createService(partsOn(remembering(log, entries), clock))
  commissionLibrary(service, false)
  let given = 0
  let carriedOut = 0
  return {
    turn: () => {
      for (let n = 0; n < A_TURN; n++) {
        const sent = read({ id: `bench-order-${given++}`, type: 'RecordLog', text: `Order number ${given}` })
        if (sent.ok) order(service, SHIP, sent.value, DISPATCHER, (ruling) => (carriedOut += Number(ruling.ok)))
      }
      endTurn()
    },
    close: () => {
      if (carriedOut !== given) throw new Error(`${carriedOut} of ${given} orders were carried out`)
      service.stop()
      service.metrics.stop()
      log.close()
    },
  }
}

/** Ms for all turns of each, taken turn by turn and each first as often as second: the disk meets both alike. */
const sideBySide = () => {
  const entries: Entry[] = []
  const [server, raw] = [product(entries), rawLog(SHIP)]
  const ms = { server: 0, raw: 0 }
  let rows: readonly Row[] = []
  const serverTurn = () => (ms.server += timed(() => server.turn()))
  const rawTurn = () => (ms.raw += timed(() => raw.commit(rows)))
  for (let turn = 0; turn <= TURNS; turn++) {
    const [first, second] = turn % 2 === 0 ? [serverTurn, rawTurn] : [rawTurn, serverTurn]
    first()
    second()
    rows = entries.splice(0).map(rowOf) // what the server writes now is written raw a turn later
  }
  server.close()
  raw.close()
  return ms
}

export const ordersInProcess = (): readonly Finding[] => {
  const rounds = Array.from({ length: ROUNDS + 1 }, sideBySide).slice(1)
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
