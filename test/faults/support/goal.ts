import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

/** How much of it is run: what every change goes through, or what a release does (`npm run faults`). */
export type Size = 'ci' | 'release'

export const SIZE: Size = process.env.BULKHEAD_FAULTS === 'release' ? 'release' : 'ci'

/** The count for this run. */
export const sized = <Value>(counts: Readonly<Record<Size, Value>>): Value => counts[SIZE]

/** Where the lines of a run are gathered, for the table at its end. */
const GOALS_FILE = join(import.meta.dirname, '..', '..', '..', '.cache', 'goals.txt')

interface Outcome {
  /** `G1` to `G22`. */
  readonly goal: string
  readonly name: string
  /** What was found, in words and numbers. */
  readonly value: string
  readonly target: string
  readonly pass: boolean
  /** A goal that is about time is reported and decides nothing: another machine has another time. */
  readonly decides?: boolean
}

/** Says what came of a goal, in one line, and fails the test if it is one that decides. */
export const report = ({ goal, name, value, target, pass, decides = true }: Outcome): void => {
  const line = [goal, name, value, target, pass ? 'pass' : 'FAIL'].join(' | ')
  console.log(line)
  mkdirSync(join(GOALS_FILE, '..'), { recursive: true })
  appendFileSync(GOALS_FILE, `${line}\n`)
  if (decides) expect(pass, line).toBe(true)
}
