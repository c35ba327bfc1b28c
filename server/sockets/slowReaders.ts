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
  /** When each was last given something to send. */
  const givenMs = new WeakMap<Connection, number>()
  let looking = false

  const cutOff = (conn: Connection, waiting: Waiting): void => {
    logger.warn(waiting, 'A dashboard does not keep up and is cut off')
    metrics.slowReaders.inc()
    conn.request.socket.destroy() // to part in peace would take a reader
  }
  const look = (): void => {
    looking = false
    for (const { conn } of io.sockets.sockets.values()) {
      const waiting = waitingFor(conn, clock.elapsedMs() - (givenMs.get(conn) ?? 0))
      if (waiting.frames === 0 && waiting.bytes === 0) continue
      if (waiting.frames > FRAMES_MOST || waiting.bytes > BYTES_MOST || waiting.forMs > WAITING_MS_MAX)
        cutOff(conn, waiting)
      else lookSoon()
    }
  }
  const lookSoon = (): void => {
    if (looking) return
    looking = true
    clock.after(LOOK_EVERY_MS, look)
  }
  io.engine.on('connection', (conn: Connection) => {
    conn.on('flush', () => givenMs.set(conn, clock.elapsedMs()))
    conn.on('packetCreate', lookSoon)
  })
}

interface Waiting {
  readonly frames: number
  readonly bytes: number
  /** How long it has been since anything could be given to the network. */
  readonly forMs: number
}

/** Parts of the socket library that it types as private: the only place that shows a backlog. */
interface Inside {
  readonly writeBuffer: readonly { readonly data?: string }[]
  /** Its WebSocket; of what waits it knows only what it was given, at most some 45 kB (measured). */
  readonly transport: { readonly socket: { readonly bufferedAmount: number } }
}

const waitingFor = (conn: Connection, forMs: number): Waiting => {
  const { writeBuffer, transport } = conn as unknown as Inside
  const queued = writeBuffer.reduce((bytes, { data = '' }) => bytes + data.length, 0)
  return { frames: writeBuffer.length, bytes: queued + transport.socket.bufferedAmount, forMs }
}
