import type { Cancel, Clock } from './clock.ts'

/** The longest that `setTimeout` can wait; with more it fires at once. */
const WAIT_MS_MAX = 2 ** 31 - 1

const after = (ms: number, call: () => void): Cancel => {
  let timer: NodeJS.Timeout
  const wait = (restMs: number): void => {
    const stepMs = Math.min(restMs, WAIT_MS_MAX)
    timer = setTimeout(() => (restMs > stepMs ? wait(restMs - stepMs) : call()), stepMs)
  }
  wait(ms)
  return () => clearTimeout(timer)
}

export const systemClock = (): Clock => {
  const aheadMs = Date.now() - performance.now()
  return {
    wallMs: () => Date.now(),
    steadyMs: () => Math.floor(aheadMs + performance.now()),
    elapsedMs: () => performance.now(),
    after,
    afterThisTurn: (call) => void setImmediate(call),
  }
}
