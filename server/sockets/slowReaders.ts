import type { Service } from '../service.ts'
import type { Dashboard, Sockets } from './dashboard.ts'

/** Packets that may wait for one dashboard. It comes back by itself and asks for what it missed. */
const WAITING_MOST = 200
const LOOK_EVERY_MS = 250

/** A dashboard that does not read (a sleeping tablet, a bad network) must not fill the server's memory. */
export const dropSlowReaders = (io: Sockets, { onEvents, clock, logger, metrics }: Service): void => {
  let looking = false
  const look = (): void => {
    looking = false
    for (const socket of io.sockets.sockets.values()) {
      const waiting = waitingFor(socket)
      if (waiting <= WAITING_MOST) continue
      logger.warn({ socket: socket.id, waiting }, 'A dashboard does not keep up and is cut off')
      metrics.slowReaders.inc()
      socket.conn.close(true)
    }
  }
  onEvents(() => {
    if (looking || io.engine.clientsCount === 0) return
    looking = true
    clock.after(LOOK_EVERY_MS, look)
  })
}

// Typed as private, but the only place that shows a backlog: what the socket below it reports stops at some 45 kB.
const waitingFor = ({ conn }: Dashboard): number => (conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length
