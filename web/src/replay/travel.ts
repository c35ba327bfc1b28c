import type { Stretch } from '../ui/timeline.ts'

export type Direction = 1 | -1

/** What a player runs along: mission time in ms. */
export interface Course {
  readonly fromMs: number
  readonly toMs: number
  /** Played over and over; null: none. */
  readonly loop: Stretch | null
  /** Hurried through, in the order of time; they don't touch. */
  readonly quiet: readonly Stretch[]
}

/** What is quiet is played at least so fast. */
const QUIET_SPEED = 16
const QUIET_LEAST_MS = 20_000
/** The pace is back to normal so long before something happens. Invented. */
const LEAD_MS = 1_000

/** More than 20 s in which nothing happens, given the instants at which something does, in their order. */
export const quietBetween = (instants: readonly number[], fromMs: number, toMs: number): readonly Stretch[] => {
  const stretches: Stretch[] = []
  let last = fromMs
  for (const at of [...instants, toMs]) {
    if (at - last > QUIET_LEAST_MS) stretches.push({ fromMs: last, toMs: at - LEAD_MS })
    last = at
  }
  return stretches
}

/** The quiet stretch that lies ahead or around, going that way. */
const quietAhead = (quiet: readonly Stretch[], at: number, direction: Direction): Stretch | null => {
  let low = 0
  let high = quiet.length
  while (low < high) {
    const middle = (low + high) >> 1
    const stretch = quiet[middle]
    const isBehind = stretch !== undefined && (direction > 0 ? stretch.toMs <= at : stretch.toMs < at)
    if (isBehind) low = middle + 1
    else high = middle
  }
  if (direction > 0) return quiet[low] ?? null
  const around = quiet[low]
  return around && around.fromMs < at ? around : (quiet[low - 1] ?? null)
}

/** How fast it goes there, and until where. */
const legFrom = (course: Course, at: number, speed: number, direction: Direction) => {
  const forward = direction > 0
  const quiet = quietAhead(course.quiet, at, direction)
  const inside = quiet !== null && (forward ? quiet.fromMs <= at : at <= quiet.toMs)
  const turns = [forward ? course.toMs : course.fromMs]
  if (quiet) turns.push(inside === forward ? quiet.toMs : quiet.fromMs)
  if (course.loop) turns.push(forward ? course.loop.toMs : course.loop.fromMs)
  const ahead = turns.filter((turn) => (turn - at) * direction > 0)
  return {
    pace: inside ? Math.max(speed, QUIET_SPEED) : speed,
    until: forward ? Math.min(...ahead) : Math.max(...ahead),
  }
}

/** Where the loop leads back to, for whoever has come to its end; null: it does not. */
export const loopsTo = ({ loop }: Course, at: number, direction: Direction): number | null => {
  if (!loop || loop.toMs <= loop.fromMs) return null
  const [from, to] = direction > 0 ? [loop.fromMs, loop.toMs] : [loop.toMs, loop.fromMs]
  return at === to ? from : null
}

/** How fast it really goes there. */
export const paceAt = (course: Course, at: number, speed: number, direction: Direction): number =>
  legFrom(course, at, speed, direction).pace

/** Where one is after `elapsedMs` of the clock, with nobody touching the player: a formula, whatever the screen's pace. */
export const travelled = (
  course: Course,
  fromMs: number,
  elapsedMs: number,
  speed: number,
  direction: Direction,
): number => {
  let at = fromMs
  let left = elapsedMs
  for (;;) {
    at = loopsTo(course, at, direction) ?? at
    if (left <= 0 || at === (direction > 0 ? course.toMs : course.fromMs)) return Math.round(at)
    const { pace, until } = legFrom(course, at, speed, direction)
    const needed = Math.abs(until - at) / pace
    if (needed > left) return Math.round(at + direction * pace * left)
    left -= needed
    at = until
  }
}
