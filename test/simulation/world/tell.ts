import { INVARIANTS } from './finding.ts'
import type { Lived } from './live.ts'

/** What was found, after which faults, and how to see it again. */
export const findingText = ({ seed, finding, atMs, faults }: Lived): string => {
  if (!finding) return `seed ${seed}: nothing found`
  const { invariant, what } = finding
  return [
    `seed ${seed}, ${(atMs / 1000).toFixed(3)} s: ${invariant}, ${INVARIANTS[invariant]}`,
    `  ${what}`,
    ...faults.filter((fault) => fault.atMs <= atMs).map((fault) => `  ${JSON.stringify(fault)}`),
    `  again: npm run simulation -- world --seed ${seed}`,
  ].join('\n')
}

const grouped = (value: number): string => Math.round(value).toLocaleString('en')

export interface Tally {
  worlds: number
  orders: number
  answered: number
  refused: number
  events: number
  processes: number
  faults: number
}

export const noTally = (): Tally => ({
  ...{ worlds: 0, orders: 0, answered: 0, refused: 0, events: 0, processes: 0, faults: 0 },
})

export const add = (sum: Tally, more: Tally): void => {
  for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += more[key]
}

export const tallyOf = ({ orders, answered, refused, events, processes, faults }: Lived): Tally => ({
  ...{ worlds: 1, orders, answered, refused, events, processes, faults: faults.length },
})

/** What a run has really done, and how fast. */
export const tallyText = (tally: Tally, elapsedMs: number): string =>
  [
    `${grouped(tally.orders)} orders in ${grouped(tally.worlds)} worlds, ${grouped(tally.answered)} answered, ${grouped(tally.refused)} of them refused`,
    `${grouped(tally.faults)} faults, ${grouped(tally.processes)} server processes, ${grouped(tally.events)} events`,
    `${(elapsedMs / 1000).toFixed(1)} s, ${grouped((tally.orders / elapsedMs) * 1000)} orders/s`,
  ].join('\n')
