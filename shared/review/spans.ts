import type { Span } from './parts/responses.ts'

/** The stretches of mission time in which something is so; those of no length are left out, those that meet are one. */
export interface Spans {
  set(on: boolean, atMs: number): void
  until(atMs: number): readonly Span[]
}

export const spans = (): Spans => {
  const past: Span[] = []
  let since: number | null = null
  const upTo = (atMs: number): readonly Span[] =>
    since === null || since === atMs ? past : [...past, { fromMs: since, untilMs: atMs }]
  return {
    set: (on, atMs) => {
      if (on === (since !== null)) return
      if (on) since = past.at(-1)?.untilMs === atMs ? (past.pop()?.fromMs ?? atMs) : atMs
      else {
        if (since !== null && since < atMs) past.push({ fromMs: since, untilMs: atMs })
        since = null
      }
    },
    until: upTo,
  }
}

export const lengthOf = (all: readonly Span[]): number =>
  all.reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0)
