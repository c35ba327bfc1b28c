import { type Speed, SPEEDS } from './player.ts'
import { type Lane, LANES } from './marks.ts'

/** Where in the replay an address points, and how it is played: `?t=754.2&s=4&in=600&out=900`. Seconds since the incident began. */
export interface Pointer {
  /** Null: nowhere in particular. */
  readonly seconds: number | null
  readonly speed: Speed
  /** Null: no range is set. */
  readonly loop: SecondsRange | null
  /** Whether the range is played over and over. */
  readonly looping: boolean
}

export interface SecondsRange {
  readonly from: number
  readonly to: number
}

export const pointerIn = (query: URLSearchParams): Pointer => {
  const from = secondsOf(query.get('in'))
  const to = secondsOf(query.get('out'))
  const speed = Number(query.get('s') ?? 1)
  return {
    seconds: secondsOf(query.get('t')),
    speed: SPEEDS.find((one) => one === speed) ?? 1,
    loop: from !== null && to !== null && from < to ? { from, to } : null,
    looping: query.get('loop') !== 'off',
  }
}

/** The query of an address that points there; other parameters stay as they are. */
export const searchFor = (query: URLSearchParams, { seconds, speed, loop, looping }: Pointer): string =>
  searchWith(query, {
    t: seconds === null ? null : String(rounded(seconds)),
    s: speed === 1 ? null : String(speed),
    in: loop && String(rounded(loop.from)),
    out: loop && String(rounded(loop.to)),
    loop: loop && !looping ? 'off' : null,
  })

/** With these parameters instead; null takes one away. */
export const searchWith = (query: URLSearchParams, changes: Readonly<Record<string, string | null>>): string => {
  const next = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes))
    if (value === null) next.delete(name)
    else next.set(name, value)
  // Commas and colons need no escape in a query, and are read better without.
  return `?${next.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`
}

/** The lanes that are shown, in their order. An address that says nothing shows all. */
export const lanesIn = (query: URLSearchParams): readonly Lane[] => {
  const wanted = query.get('f')?.split(',')
  return wanted ? LANES.filter((lane) => wanted.includes(lane)) : LANES
}

export const lanesParameter = (lanes: readonly Lane[]): string | null => {
  if (lanes.length === LANES.length) return null
  return lanes.length === 0 ? 'none' : lanes.join(',')
}

/** Bookmarks of whoever may not pin notes: they live in the address alone. Seconds, ascending. */
export const bookmarksIn = (query: URLSearchParams): readonly number[] =>
  (query.get('b') ?? '')
    .split(',')
    .map(secondsOf)
    .filter((seconds) => seconds !== null)
    .sort((a, b) => a - b)

const secondsOf = (text: string | null): number | null => {
  const seconds = Number(text)
  return text === null || text === '' || !Number.isFinite(seconds) || seconds < 0 ? null : seconds
}

/** To the tenth of a second that an address holds. */
const rounded = (seconds: number): number => Math.round(seconds * 10) / 10

/** Seconds of a time as one types it: `754`, `12:34`, `1:02:03`; null: it is none. */
export const typedSeconds = (text: string): number | null => {
  const parts = text.trim().replace(/^T\+/i, '').split(':')
  if (parts.length > 3 || !parts.every((part) => /^\d+(\.\d+)?$/.test(part))) return null
  return parts.reduce((seconds, part) => seconds * 60 + Number(part), 0)
}
