import type { Service } from '../service.ts'
import type { Dashboard, Sockets } from './dashboard.ts'

/** What may wait for one dashboard. It comes back by itself and asks for what it missed. */
const FRAMES_MOST = 200
const BYTES_MOST = 1024 * 1024
const WAITING_MS_MAX = 5_000
const LOOK_EVERY_MS = 250

type Connection = Dashboard['conn']

/** A dashboard that does not read (a sleeping tablet, a bad network) must not fill the server's memory. */
export const dropSlowReaders = (io: Sockets, { clock, logger, metrics }: Service): void => {
  /** Of those for which something waits: how much the network had been given when they were looked at, and since when no more. */
  const behind = new WeakMap<Connection, { readonly givenBytes: number; readonly sinceMs: number }>()
  let looking = false

  const cutOff = (conn: Connection, waiting: Waiting & { readonly forMs: number }): void => {
    logger.warn(waiting, 'A dashboard does not keep up and is cut off')
    metrics.slowReaders.inc()
    conn.request.socket.destroy() // to part in peace would take a reader
  }
  /** How long it has been, to a look, since anything could be given to the network. */
  const stuckForMs = (conn: Connection): number => {
    const givenBytes = conn.request.socket.bytesWritten
    const seen = behind.get(conn)
    if (seen?.givenBytes === givenBytes) return clock.elapsedMs() - seen.sinceMs
    behind.set(conn, { givenBytes, sinceMs: clock.elapsedMs() })
    return 0
  }
  const look = (): void => {
    looking = false
    for (const { conn } of io.sockets.sockets.values()) {
      const waiting = waitingFor(conn)
      if (!waiting) continue
      const forMs = stuckForMs(conn)
      if (waiting.frames > FRAMES_MOST || waiting.bytes > BYTES_MOST || forMs > WAITING_MS_MAX)
        cutOff(conn, { ...waiting, forMs })
      else lookSoon()
    }
  }
  const lookSoon = (): void => {
    if (looking) return
    looking = true
    clock.after(LOOK_EVERY_MS, look)
  }
  // One listener in all: one a connection would cost every frame to every dashboard some of its time.
  io.engine.on('flush', lookSoon)
}

interface Waiting {
  readonly frames: number
  readonly bytes: number
}

/** Parts of the socket library that it types as private: the only place that shows a backlog. */
interface Inside {
  readonly writeBuffer: readonly { readonly data?: string }[]
  /** Its WebSocket; of what waits it knows only what it was given, at most some 45 kB (measured). */
  readonly transport: { readonly socket: { readonly bufferedAmount: number } }
}

/** Null: nothing. */
const waitingFor = (conn: Connection): Waiting | null => {
  const { writeBuffer, transport } = conn as unknown as Inside
  const { bufferedAmount } = transport.socket
  if (writeBuffer.length === 0 && bufferedAmount === 0) return null
  const queued = writeBuffer.reduce((bytes, { data = '' }) => bytes + data.length, 0)
  return { frames: writeBuffer.length, bytes: queued + bufferedAmount }
}
