import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { directWriter } from '#db/directWriter.ts'
import { openSqliteLog } from '#db/sqliteLog.ts'
import { openThreadedLog, type ThreadedLog } from '#db/threadedLog.ts'
import { commissionLibrary } from '../../server/commissioning.ts'
import { order } from '../../server/receive/order.ts'
import { createService } from '../../server/service.ts'
import { SHIP } from './attack.ts'
import { newFolder } from './folders.ts'
import type { Finding } from './goals.ts'
import { partsOn } from './parts.ts'
import { slowThread, waitForDisk } from './slowDisk.ts'

const SYNC_MS = 10
const ORDERS = 250
/** 50 orders a second. */
const EVERY_MS = 20
const RESOLUTION_MS = 1
const DISPATCHER = { role: 'operations', name: 'Dispatcher', ship: null, session: null } as const

const fail = (error: unknown): never => {
  throw error
}

const inThread = (): Promise<ThreadedLog> => openThreadedLog(newFolder(), fail, slowThread(SYNC_MS))

/** The yardstick: the same disk, waited for in the loop. */
const inTheLoop = (): ThreadedLog => {
  const log = openSqliteLog(newFolder())
  const writer = directWriter({
    ...log,
    append: (batch) => {
      log.append(batch)
      waitForDisk(SYNC_MS)
    },
  })
  return { log, writer }
}

/** 99th percentile of how late the loop was while orders came in, ms. */
const delayP99 = async (store: ThreadedLog): Promise<number> => {
  const service = createService(partsOn(store))
  await commissionLibrary(service, false)
  let answered = 0
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  for (let given = 0; given < ORDERS; given++) {
    const command = { id: `bench-order-${given}`, type: 'RecordLog', text: `Order number ${given}` } as const
    order(service, SHIP, command, DISPATCHER, (ruling) => (answered += Number(ruling.ok)))
    await sleep(EVERY_MS)
  }
  delay.disable()
  await service.drain()
  if (answered !== ORDERS) throw new Error(`${answered} of ${ORDERS} orders were carried out`)
  await service.stop()
  service.metrics.stop()
  await store.writer.close()
  return delay.percentile(99) / 1e6
}

export const slowDisk = async (): Promise<readonly Finding[]> => {
  const thread = await delayP99(await inThread())
  const loop = await delayP99(inTheLoop())
  return [
    {
      goal: 'P11',
      what: `event-loop delay p99, 50 orders/s on a disk of ${SYNC_MS} ms a sync`,
      value: thread,
      must: { atMost: 5 },
      unit: 'ms',
      behind: `against ${loop.toFixed(1)} ms with the disk in the loop`,
    },
  ]
}
