import { expect, test } from 'vitest'
import { LogBroken, LogFull } from '#db/errors.ts'
import type { EventLog } from '#db/eventLog.ts'
import { memoryLog } from '#db/memoryLog.ts'
import type { Room } from '#db/room.ts'
import type { ServiceState } from '#shared/protocol/sockets.ts'
import { get, give, listen, newId, post, SHIP } from './support/flow.ts'
import { turns } from './support/testClock.ts'
import { eventually, Watcher } from './support/watcher.ts'

const RED = { type: 'SetAlert', condition: 'red' } as const
const REFUSED = { ok: false, error: { code: 'LogFull' } } as const

/** A disk with so many bytes free beside what is put by; writing fails while there are none. */
class FullDisk implements Room {
  free = 1e9
  /** Whether what is put by for this hour is there. */
  ballast = false
  tried = 0
  broken = false

  readonly freeBytes = () => Promise.resolve(this.free)
  readonly walBytes = () => Promise.resolve(1234)
  readonly putBy = () => Promise.resolve((this.ballast ||= this.free > 0))
  readonly giveUp = () => {
    this.ballast = false
    return Promise.resolve()
  }

  readonly on = (store: EventLog): EventLog => {
    const write = <Asked extends readonly unknown[]>(work: (...asked: Asked) => void) => {
      return (...asked: Asked): void => {
        this.tried += 1
        if (this.broken) throw new LogBroken(new Error('SQLITE_IOERR'))
        if (this.free === 0) throw new LogFull(new Error('SQLITE_FULL'))
        work(...asked)
      }
    }
    return {
      ...store,
      append: write((batch) => store.append(batch)),
      createShip: write((ship) => store.createShip(ship)),
      keepTimes: write((times) => store.keepTimes(times)),
      probe: write(() => store.probe()),
    }
  }
}

const startOnDisk = async () => {
  const disk = new FullDisk()
  const flow = await listen({ log: disk.on(memoryLog()), room: disk })
  return { ...flow, disk }
}

test('[LOG8] given a full disk, orders are refused without being tried, until there is room', async () => {
  const { service, disk, clock, log } = await startOnDisk()
  expect(disk.ballast).toBe(true)
  disk.free = 0
  expect(await give(service, RED)).toMatchObject(REFUSED)
  expect(disk.ballast).toBe(false)
  const { tried } = disk
  expect(await give(service, RED)).toMatchObject(REFUSED)
  expect(disk.tried).toBe(tried)

  await clock.pass(60_000)
  expect(await give(service, RED)).toMatchObject(REFUSED)
  disk.free = 1e9
  await clock.pass(1_000)
  expect(await give(service, RED)).toMatchObject({ ok: true, value: { seq: 2 } })
  expect(disk.ballast).toBe(true)
  expect(log.head(SHIP)).toBe(2)
})

test.each([
  ['found full before it was tried', 0],
  ['full when it was written', 1],
])(
  '[LOG8] given an order with a time that was refused by a disk %s, a copy that comes late is, too',
  async (_, tries) => {
    const { service, disk, clock, log } = await startOnDisk()
    disk.free = 0
    if (tries === 0) await give(service, RED)
    const { tried } = disk
    const timed = { ...RED, expiresAt: '2999-01-01T00:00:00.000Z' }
    const [withTime, without] = [newId(), newId()]
    expect(await give(service, timed, withTime)).toMatchObject(REFUSED)
    expect(disk.tried - tried).toBe(tries)
    await give(service, RED, without)
    disk.free = 1e9
    await clock.pass(1_000)
    expect(await give(service, timed, withTime)).toMatchObject(REFUSED)
    expect(log.head(SHIP)).toBe(1)
    expect(await give(service, RED, without)).toMatchObject({ ok: true })
  },
)

test('[LOG8] given a full disk, an order taken before gets its first answer', async () => {
  const { service, disk } = await startOnDisk()
  const id = newId()
  const first = await give(service, RED, id)
  disk.free = 0
  await give(service, { type: 'RecordLog', text: 'No room' })
  expect(await give(service, RED, id)).toEqual(first)
})

test('[LOG8] given a full disk, no ship is commissioned, and room brings it back', async () => {
  const { app, disk, clock } = await startOnDisk()
  const { definition } = (await get<{ definition: object }>(app, `/api/v1/ships/${SHIP}`)).body
  disk.free = 0
  const ship = { definition, id: 'sister' }
  expect(await post(app, '/api/v1/ships', ship)).toMatchObject({ status: 507, body: { code: 'LogFull' } })
  expect(await post(app, '/api/v1/ships', ship)).toMatchObject({ status: 507 })
  disk.free = 1e9
  await clock.pass(1_000)
  expect(await post(app, '/api/v1/ships', ship)).toMatchObject({ status: 201 })
  expect(await post(app, '/api/v1/ships', ship)).toMatchObject({ status: 409, body: { code: 'ShipExists' } })
})

test('[LNK5] given a full disk, every dashboard is told, one that comes later too, and again when there is room', async () => {
  const { service, disk, clock, url } = await startOnDisk()
  const heard = (watcher: Watcher): readonly ServiceState[] => {
    const states: ServiceState[] = []
    watcher.socket.on('service', (state) => states.push(state))
    return states
  }
  const watcher = new Watcher(url)
  const states = heard(watcher)
  await watcher.watch(SHIP)
  disk.free = 0
  const since = new Date(clock.wallMs()).toISOString()
  await give(service, RED)
  await eventually(() => states.length === 1)
  const later = heard(new Watcher(url))
  await eventually(() => later.length === 1)
  for (const [state] of [states, later]) expect(state).toEqual({ state: 'readOnly', since, backInMs: null })
  disk.free = 1e9
  await clock.pass(1_000)
  await eventually(() => states.length === 2 && later.length === 2)
  expect(states[1]).toMatchObject({ state: 'ready' })
})

test('[LOG8] given a full disk, the server says that it is not ready, and why', async () => {
  const { app, service, disk } = await startOnDisk()
  expect(await get(app, '/readyz')).toMatchObject({ status: 200 })
  disk.free = 0
  await give(service, RED)
  expect(await get(app, '/readyz')).toMatchObject({
    status: 503,
    body: { reasons: [expect.stringMatching(/disk is full/)] },
  })
  const { payload } = await app.inject({ url: '/metrics', headers: { host: 'localhost' } })
  expect(payload).toMatch(/^bulkhead_read_only 1$/m)
  expect(payload).toMatch(/^bulkhead_free_bytes 0$/m)
  expect(payload).toMatch(/^bulkhead_wal_bytes 1234$/m)
  expect(payload).toMatch(/^bulkhead_commit_queue 0$/m)
})

test('[LOG8] given little room, /readyz says so, and orders are taken', async () => {
  const { app, service, disk, clock } = await startOnDisk()
  disk.free = 1e8
  await clock.pass(60_000)
  await give(service, RED)
  await turns()
  expect(await get(app, '/readyz')).toMatchObject({
    status: 200,
    body: { warnings: [expect.stringMatching(/little room/)] },
  })
})

test('[SRV8] given a disk that breaks while room is waited for, the process is told', async () => {
  const { service, disk, clock, fatal } = await startOnDisk()
  disk.free = 0
  await give(service, RED)
  Object.assign(disk, { free: 1e9, broken: true })
  await clock.pass(1_000)
  expect(fatal).toHaveLength(1)
})
