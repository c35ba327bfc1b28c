import type { Clock } from '../clock.ts'

/**
 * The wall's time at the start, carried on by a clock that never jumps, whole ms since 1970: whoever sets the machine's clock
 * throws nobody out and keeps nobody in. A restart goes by the wall anew.
 */
export const steadyTime = (clock: Clock): (() => number) => {
  const offsetMs = clock.wallMs() - clock.elapsedMs()
  return () => Math.floor(offsetMs + clock.elapsedMs())
}

export const iso = (ms: number): string => new Date(ms).toISOString()
