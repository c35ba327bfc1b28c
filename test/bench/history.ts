import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, isMet } from './goals.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const FILE = join(ROOT, 'docs', 'bench-history.csv')
const HEADER = 'date,commit,goal,what,value,unit,must,met'

const commitNow = (): string =>
  execFileSync('git', ['describe', '--always', '--dirty'], { cwd: ROOT, encoding: 'utf8' }).trim()

/** RFC 4180: what has a comma or a quote in it stands in quotes. */
const cell = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const line = ({ goal, what, value, unit, must, ...rest }: Finding, at: string, commit: string): string => {
  const bound = 'atLeast' in must ? `≥ ${must.atLeast}` : `≤ ${must.atMost}`
  const met = isMet({ goal, what, value, unit, must, ...rest }) ? 'met' : 'not met'
  return [at, commit, goal, what, value.toPrecision(4), unit, bound, met].map(cell).join(',')
}

/** Adds a line a goal to docs/bench-history.csv, so that it can be seen what a change did. */
export const remember = (findings: readonly Finding[]): void => {
  if (!existsSync(FILE)) writeFileSync(FILE, `${HEADER}\n`)
  const [at, commit] = [new Date().toISOString().slice(0, 16), commitNow()]
  appendFileSync(FILE, findings.map((finding) => `${line(finding, at, commit)}\n`).join(''))
}
