import { monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION_MS = 20
const LOOK_EVERY_MS = 1_000

/**
 * Tells once a second how late the event loop was since then: the median, ms. So it is not one long turn that counts, but that
 * hardly any is a short one. Keeps no process alive.
 */
export const watchLoopDelay = (tell: (lateMs: number) => void): void => {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  loop.enable()
  const look = (): void => {
    tell(loop.percentile(50) / 1e6)
    loop.reset()
  }
  setInterval(look, LOOK_EVERY_MS).unref()
}
