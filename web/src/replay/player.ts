import { type Course, type Direction, loopsTo, paceAt, travelled } from './travel.ts'

/**
 * The player as plain data, moved by pure functions. `now` is any steady clock in ms; positions are mission time in ms.
 * While playing, the position is a formula of the clock, so a slow screen skips pictures and never falls behind.
 */
export interface Player extends Course {
  /** The position when the clock stood at `sinceMs`. */
  readonly atMs: number
  readonly sinceMs: number
  readonly speed: Speed
  readonly direction: Direction
  readonly playing: boolean
}

export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64] as const
export type Speed = (typeof SPEEDS)[number]

export const playerOver = (fromMs: number, toMs: number): Player => ({
  fromMs,
  toMs,
  loop: null,
  quiet: [],
  atMs: fromMs,
  sinceMs: 0,
  speed: 1,
  direction: 1,
  playing: false,
})

const within = ({ fromMs, toMs }: Player, at: number): number => Math.min(toMs, Math.max(fromMs, at))

export const positionAt = (player: Player, now: number): number => {
  const { atMs, sinceMs, speed, direction, playing } = player
  return playing ? travelled(player, atMs, now - sinceMs, speed, direction) : atMs
}

/** The same position, from which another way of moving may begin. */
const anchored = (player: Player, now: number): Player => ({
  ...player,
  atMs: positionAt(player, now),
  sinceMs: now,
})

const goal = ({ direction, fromMs, toMs }: Player): number => (direction > 0 ? toMs : fromMs)
const origin = ({ direction, fromMs, toMs }: Player): number => (direction > 0 ? fromMs : toMs)

/** Goes on; from the beginning where there is nothing left to play. */
export const play = (player: Player, now: number): Player => {
  const here = anchored(player, now)
  const isOver = here.atMs === goal(here) && loopsTo(here, here.atMs, here.direction) === null
  return { ...here, playing: true, atMs: isOver ? origin(here) : here.atMs }
}

export const pause = (player: Player, now: number): Player => ({ ...anchored(player, now), playing: false })

/** The Play button: always forward, for whoever ran backward with J wants to see now what happens. */
export const toggle = (player: Player, now: number): Player =>
  player.playing ? pause(player, now) : play({ ...anchored(player, now), direction: 1 }, now)

export const seek = (player: Player, now: number, to: number): Player => ({
  ...anchored(player, now),
  atMs: within(player, Math.round(to)),
})

export const atSpeed = (player: Player, now: number, speed: Speed): Player => ({ ...anchored(player, now), speed })

const speedNext = (speed: Speed, steps: 1 | -1): Speed => SPEEDS[SPEEDS.indexOf(speed) + steps] ?? speed

export const faster = (player: Player, now: number): Player => atSpeed(player, now, speedNext(player.speed, 1))
export const slower = (player: Player, now: number): Player => atSpeed(player, now, speedNext(player.speed, -1))

const shuttles = (player: Player, direction: Direction): boolean => player.playing && player.direction === direction

/** The keys J and L: play that way at 1×, and twice as fast with every further press. */
export const shuttle = (player: Player, now: number, direction: Direction): Player =>
  shuttles(player, direction) ? faster(player, now) : play({ ...anchored(player, now), direction, speed: 1 }, now)

/** The same with Shift: at ½×, and half as fast with every further press. */
export const shuttleSlowly = (player: Player, now: number, direction: Direction): Player =>
  shuttles(player, direction) && player.speed < 1
    ? slower(player, now)
    : play({ ...anchored(player, now), direction, speed: 0.5 }, now)

/** With another loop, or other stretches to hurry through. */
export const along = (player: Player, now: number, course: Pick<Course, 'loop' | 'quiet'>): Player => ({
  ...anchored(player, now),
  ...course,
})

/** Stands still once it has run into an end. */
export const settled = (player: Player, now: number): Player =>
  player.playing && positionAt(player, now) === goal(player) ? pause(player, now) : player

/** Mission ms per ms of the clock, 0 while it stands: what the ship's own clock would show. */
export const rateOf = (player: Player, now = player.sinceMs): number => {
  const { playing, speed, direction } = player
  return playing ? paceAt(player, positionAt(player, now), speed, direction) * direction : 0
}
