import type { Failure } from './sail.ts'
import type { Tally } from './tally.ts'

const grouped = (value: number): string => Math.round(value).toLocaleString('en')

const HOUR_MS = 3_600_000

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, many) => total + many, 0)

const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([what, many]) => `${what} ${grouped(many)}`)
    .join(', ')

/** What a run has really done, and how fast. */
export const report = (tally: Tally, elapsedMs: number): string =>
  [
    `${grouped(tally.orders)} orders judged in ${grouped(tally.voyages)} voyages, ${grouped(tally.generated)} of them of ships never seen before`,
    `${grouped(tally.missionMs / HOUR_MS)} hours of mission time, ${grouped(sum(tally.events))} events of ${Object.keys(tally.events).length} types`,
    `accepted ${grouped(tally.accepted)}; refused: ${listed(tally.refused)}`,
    `checks: ${listed(tally.checks)}`,
    `${(elapsedMs / 1000).toFixed(1)} s, ${grouped((tally.orders / elapsedMs) * 1000)} orders/s`,
  ].join('\n')

/** How to see a failure again. */
export const failureText = ({ seed, ship, order, at, invariant, what }: Failure): string =>
  [
    `seed ${seed}, ship ${ship}, order ${order}, ${(at / 1000).toFixed(3)} s: ${invariant}`,
    `  ${what}`,
    `  again: npm run simulation -- --seed ${seed}`,
  ].join('\n')
