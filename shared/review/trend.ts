import type { Headline } from './headline.ts'

/** One incident among all of its ship. */
export interface Trend {
  /** Its place among them by their openings, from 1. */
  readonly ordinal: number
  /** How many were opened in the fourteen days up to its opening, itself included. */
  readonly inFortnight: number
  /** "the fourth in two weeks" */
  readonly words: string
  /** Of all of them, in the order of their openings. */
  readonly headlines: readonly Headline[]
}

const FORTNIGHT_MS = 14 * 86_400_000

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

const SUFFIXES: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd' }

const ordinalWords = (place: number): string => {
  const isTeen = Math.floor(place / 10) % 10 === 1
  return ORDINALS[place - 1] ?? `${place}${(isTeen ? null : SUFFIXES[place % 10]) ?? 'th'}`
}

/** [REV30] An incident among the others of its ship; null if it is not among them. */
export const trendOf = (headlines: readonly Headline[], incident: string): Trend | null => {
  const inOrder = headlines.toSorted((a, b) => a.fromMs - b.fromMs)
  const index = inOrder.findIndex((one) => one.incident === incident)
  const one = inOrder[index]
  if (!one) return null
  const inFortnight = inOrder.slice(0, index + 1).filter(({ fromMs }) => fromMs >= one.fromMs - FORTNIGHT_MS).length
  return { ordinal: index + 1, inFortnight, words: `the ${ordinalWords(inFortnight)} in two weeks`, headlines: inOrder }
}
