import type { Rejection } from '#shared/ship/rejections.ts'

/** What a run has really done. Plain data, so that it can be sent from one thread to another and added up. */
export interface Tally {
  voyages: number
  generated: number
  orders: number
  accepted: number
  missionMs: number
  readonly refused: Record<string, number>
  /** Orders by type, given and accepted. */
  readonly given: Record<string, number>
  readonly taken: Record<string, number>
  readonly events: Record<string, number>
  /** Times that each kind of check was made. */
  readonly checks: Record<string, number>
}

export const emptyTally = (): Tally => ({
  voyages: 0,
  generated: 0,
  orders: 0,
  accepted: 0,
  missionMs: 0,
  refused: {},
  given: {},
  taken: {},
  events: {},
  checks: {},
})

export const count = (counts: Record<string, number>, what: string, by = 1): void => {
  counts[what] = (counts[what] ?? 0) + by
}

export const countOrder = (tally: Tally, type: string, refused: Rejection | null): void => {
  tally.orders++
  count(tally.given, type)
  if (refused) return count(tally.refused, refused.code)
  tally.accepted++
  count(tally.taken, type)
}

const COUNTS = ['refused', 'given', 'taken', 'events', 'checks'] as const
const NUMBERS = ['voyages', 'generated', 'orders', 'accepted', 'missionMs'] as const

export const addUp = (tallies: readonly Tally[]): Tally => {
  const all = emptyTally()
  for (const tally of tallies) {
    for (const name of NUMBERS) all[name] += tally[name]
    for (const name of COUNTS) for (const [what, by] of Object.entries(tally[name])) count(all[name], what, by)
  }
  return all
}
