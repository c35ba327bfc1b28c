import { setTimeout as sleep } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import { openThreadedLog } from '#db/threadedLog.ts'
import { createApp } from '../../server/app.ts'
import type { Clock } from '../../server/clock.ts'
import { commissioned } from '../../server/commissioning.ts'
import { BY_ITSELF, record } from '../../server/runs/record.ts'
import type { Service } from '../../server/service.ts'
import { systemClock } from '../../server/systemClock.ts'
import { plan } from './attack.ts'
import { newFolder } from './folders.ts'
import type { Finding } from './goals.ts'
import { usedBytes } from './heap.ts'
import { partsOn } from './parts.ts'
import { Wire } from './wire.ts'

const SHIPS = 1_000
const WATCHED = 10
/** Heads are told five seconds after something happened; the first goes by before it is counted. */
const SETTLE_MS = 7_000
const IDLE_MS = 5_000

/** A clock that counts the timers that fire. */
const countingClock = (): { readonly clock: Clock; readonly fired: () => number } => {
  const real = systemClock()
  let fired = 0
  return {
    clock: {
      ...real,
      after: (ms, call) =>
        real.after(ms, () => {
          fired += 1
          call()
        }),
    },
    fired: () => fired,
  }
}

const die = (error: unknown): never => {
  throw error
}

/** Each with a file of her own, as if read from a log. Bytes that each holds. */
const commissionShips = async (service: Service): Promise<number> => {
  const before = usedBytes()
  for (let n = 0; n < SHIPS; n++) {
    const definition = structuredClone({ ...plan.file, id: `ship-${n}`, name: `Ship ${n}` })
    const events = record([commissioned(definition)], BY_ITSELF, '2026-11-22T12:00:00.000Z')
    await service.commission(definition, events)
  }
  return (usedBytes() - before) / SHIPS
}

/** By how much a count grows while nothing happens. */
const whileIdle = async (count: () => number): Promise<number> => {
  await sleep(SETTLE_MS)
  const before = count()
  await sleep(IDLE_MS)
  return count() - before
}

const sentTo = async (port: number): Promise<number> => {
  const wires = await Promise.all(Array.from({ length: WATCHED }, () => Wire.open(port)))
  await Promise.all(wires.map((wire, n) => wire.watch(`ship-${n}`)))
  const bytes = await whileIdle(() => wires.reduce((sum, wire) => sum + wire.bytesOfAll, 0))
  for (const wire of wires) wire.close()
  return bytes
}

/** A fleet at rest: what it takes, and what it does. */
export const idle = async (): Promise<readonly Finding[]> => {
  const { clock, fired } = countingClock()
  const store = await openThreadedLog(newFolder(), die)
  const { app, service } = await createApp({ ...partsOn(store, clock), screens: null })
  const heldBytes = await commissionShips(service)
  const timers = await whileIdle(fired)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const bytes = await sentTo((app.server.address() as AddressInfo).port)
  await app.close()
  await service.stop()
  service.metrics.stop()
  await store.writer.close()

  const ships = `${SHIPS.toLocaleString('en')} idle ships`
  const during = `in ${IDLE_MS / 1000} s`
  const none = { goal: 'P5', must: { atMost: 0 } } as const
  return [
    { ...none, what: `timers fired for ${ships}`, value: timers, unit: '', behind: `${during}, nobody connected` },
    {
      ...none,
      what: 'bytes sent of them',
      value: bytes,
      unit: 'B',
      behind: `${during}, ${WATCHED} watched; beats aside`,
    },
    {
      goal: 'P5',
      what: `memory of each of ${ships}`,
      value: heldBytes / 1e6,
      must: { atMost: 2 },
      unit: 'MB',
      behind: 'her file of 15 decks and her plan with all ways through her, nothing shared',
    },
  ]
}
