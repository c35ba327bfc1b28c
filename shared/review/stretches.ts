import type { Span } from './parts/responses.ts'

/** Adds the next stretch of mission time: one of no length is left out, and one that goes on as the last one was makes that longer. */
export const append = <Stretch extends Span>(
  past: Stretch[],
  next: Stretch,
  isAlike: (a: Stretch, b: Stretch) => boolean,
): void => {
  if (next.fromMs === next.untilMs) return
  const last = past.at(-1)
  if (last && isAlike(last, next)) past[past.length - 1] = { ...last, untilMs: next.untilMs }
  else past.push(next)
}
