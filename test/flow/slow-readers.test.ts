import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { createMetrics } from '../../server/metrics.ts'
import type { Service } from '../../server/service.ts'
import type { Sockets } from '../../server/sockets/dashboard.ts'
import { dropSlowReaders } from '../../server/sockets/slowReaders.ts'
import pino from 'pino'
import { TestClock } from './support/testClock.ts'

/** A connection as the socket library keeps it: what waits for it, and what its WebSocket has taken. */
class Connection {
  writeBuffer: { data: string }[] = []
  readonly transport = { socket: { bufferedAmount: 0 } }
  cutOff = false
  readonly request = { socket: { bytesWritten: 0, destroy: () => void (this.cutOff = true) } }
  readonly #engine: EventEmitter

  constructor(engine: EventEmitter) {
    this.#engine = engine
  }

  /** The network takes this one. */
  give(): void {
    this.#engine.emit('flush')
    this.request.socket.bytesWritten += 1
    this.transport.socket.bufferedAmount = 1
  }

  /** And has not got rid of it when this one comes. */
  wait(data: string, times = 1): void {
    for (let frame = 0; frame < times; frame++) this.writeBuffer.push({ data })
  }
}

const watched = () => {
  const clock = new TestClock()
  const engine = new EventEmitter()
  const conn = new Connection(engine)
  const io = { engine, sockets: { sockets: new Map([['one', { conn }]]) } } as unknown as Sockets
  const metrics = createMetrics()
  dropSlowReaders(io, { clock, metrics, logger: pino({ level: 'silent' }) } as unknown as Service)
  conn.give()
  return { clock, conn, metrics }
}

test.each([
  ['200 frames waiting is left alone', 'a frame', 200, false],
  ['201 frames waiting is cut off', 'a frame', 201, true],
  ['a mebibyte waiting is left alone', 'x'.repeat(1024 * 1024 - 1), 1, false],
  ['more than a mebibyte waiting is cut off', 'x'.repeat(1024 * 1024), 1, true],
])('[LIM3] a dashboard with %s', async (_what, frame, times, cutOff) => {
  const { clock, conn, metrics } = watched()
  conn.wait(frame, times)
  await clock.pass(1_000)
  expect(conn.cutOff).toBe(cutOff)
  expect((await metrics.slowReaders.get()).values[0]?.value ?? 0).toBe(cutOff ? 1 : 0)
})

test('[LIM3] one for which something has waited for 5 s is cut off within another second', async () => {
  const { clock, conn } = watched()
  conn.wait('a frame')
  await clock.pass(5_000)
  expect(conn.cutOff).toBe(false)
  await clock.pass(1_000)
  expect(conn.cutOff).toBe(true)
})

test('[LIM3] one that reads slowly, but reads, is not; and nobody is looked at when nothing waits', async () => {
  const { clock, conn } = watched()
  conn.wait('a frame')
  for (let second = 0; second < 20; second++) {
    await clock.pass(1_000)
    conn.give()
  }
  expect(conn.cutOff).toBe(false)
  conn.writeBuffer = []
  conn.transport.socket.bufferedAmount = 0
  await clock.pass(1_000)
  expect(clock.timers.size).toBe(0)
})
