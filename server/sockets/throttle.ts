import type { Problem } from '#shared/protocol/sockets.ts'
import { ok, type Result } from '#shared/result.ts'
import type { Service } from '../service.ts'
import type { Dashboard } from './dashboard.ts'

/**
 * Whether a call of this dashboard is looked at. One that was told to wait and goes on all the same is cut off, and is not
 * let in again for a while.
 */
export const throttle = (socket: Dashboard, { limits, clock, logger, metrics }: Service) => {
  const { address, countedAs } = socket.data
  const strikes = limits.strikes()

  const cutOff = (): void => {
    logger.warn({ socket: socket.id, address }, 'A dashboard asks for too much and is cut off')
    limits.shutOut(countedAs)
    clock.afterThisTurn(() => socket.conn.close()) // its last answer goes out first
  }
  return (call: unknown): Result<null, Problem> => {
    const asked = limits.ask(address)
    const allowed = asked.ok && call === 'command' ? limits.order(countedAs) : asked
    if (allowed.ok) {
      strikes.forgive()
      return ok(null)
    }
    metrics.limited.inc({ what: 'call' })
    if (strikes.strike()) cutOff()
    return allowed
  }
}
