import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/process.mjs'

/** Where the tests put the line of each goal they have looked at (test/faults/support/goal.ts). */
const file = join(root, '.cache', 'goals.txt')

export const forgetGoals = (): void => rmSync(file, { force: true })

const numberOf = (line: string): number => Number(/^G(\d+)/.exec(line)?.[1])

/** Every goal of this run and what came of it, in their order. */
export const printGoals = (): void => {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : []
  console.log(
    `\nGoals of reliability: name, value, target\n${lines.sort((a, b) => numberOf(a) - numberOf(b)).join('\n')}`,
  )
}
