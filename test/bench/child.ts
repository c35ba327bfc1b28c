/**
 * One server of a measurement, in a process of its own, so that its processor time can be told from that of the load.
 * durable: as it is shipped. stubbed: the same, its log in memory. naive: one commit and one frame an order.
 * bare: nothing but socket.io, which sends every order on as an event.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { memoryLog } from '#db/memoryLog.ts'
import { openThreadedLog } from '#db/threadedLog.ts'
import { Server } from 'socket.io'
import { createApp } from '../../server/app.ts'
import { commissionLibrary } from '../../server/commissioning.ts'
import { countingWriter, type LogCounts, noCounts } from './countingLog.ts'
import { usedBytes } from './heap.ts'
import { direct, partsOn } from './parts.ts'
import { slowThread } from './slowDisk.ts'

export type Kind = 'durable' | 'stubbed' | 'naive' | 'bare'

/** What a child answers whenever it is asked: all since its start. */
export interface Usage {
  readonly cpuMs: number
  readonly counts: LogCounts
}

/** What it answers when asked for its memory. */
export interface Memory {
  /** What is not garbage, in the process and in buffers of its own. */
  readonly usedBytes: number
  readonly residentBytes: number
}

const [kind, folder = '', syncMs] = process.argv.slice(2)

/** As often as the server asks its dashboards whether they are still there: of the cost of a frame it is none. */
const PING_EVERY_MS = 5_000

const bare = async () => {
  const http = createServer()
  const io = new Server(http, {
    ...{ transports: ['websocket'], serveClient: false, perMessageDeflate: false },
    pingInterval: PING_EVERY_MS,
  })
  io.on('connection', (socket) => {
    socket.on('watch', (_ask, reply: (answer: object) => void) => reply({ ok: true }))
    socket.on(
      'command',
      ({ ship, command }: { ship: string; command: { text: string } }, reply: (answer: object) => void) => {
        reply({ ok: true })
        io.emit('events', { ship, from: 1, events: [eventSaying(command.text)] })
      },
    )
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return { port: (http.address() as AddressInfo).port, counts: noCounts() }
}

/** As large as what the server sends for a note. */
const eventSaying = (text: string) => ({
  ...{ type: 'LogRecorded', text, seq: 1000, at: 0, cause: null, wall: '2026-11-22T12:00:00.000Z' },
  ...{ by: { role: 'operations', name: 'Bench' }, command: 'bench-order-000000' },
})

const die = (error: unknown): never => {
  throw error
}

const server = async () => {
  const thread = Number(syncMs) > 0 ? slowThread(Number(syncMs)) : undefined
  const store = kind === 'stubbed' ? direct(memoryLog()) : await openThreadedLog(folder, die, thread)
  const { writer, counts } = countingWriter(store.writer)
  const { app, service } = await createApp({ ...partsOn({ log: store.log, writer }), screens: null })
  await commissionLibrary(service, false)
  if (kind === 'naive') commitEach(service.queue)
  await app.listen({ host: '127.0.0.1', port: 0 })
  return { port: (app.server.address() as AddressInfo).port, counts }
}

/** Every order waits for the one before it to be written. What is durable runs ahead of the log then; nobody asks. */
const commitEach = (queue: Awaited<ReturnType<typeof createApp>>['service']['queue']): void => {
  const add = queue.add.bind(queue)
  let last = Promise.resolve()
  queue.add = (waiting) => {
    last = last.then(() => {
      add(waiting)
      return queue.flush()
    })
  }
}

const usage = (): Usage => {
  const { user, system } = process.cpuUsage()
  return { cpuMs: (user + system) / 1000, counts }
}

const memory = (): Memory => ({ usedBytes: usedBytes(), residentBytes: process.memoryUsage.rss() })

const { port, counts } = kind === 'bare' ? await bare() : await server()
process.on('message', (asked) => {
  process.send?.(asked === 'memory' ? memory() : usage())
})
process.on('disconnect', () => process.exit())
process.send?.(port)
