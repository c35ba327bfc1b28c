import { parseArgs } from 'node:util'
import { describe } from '#shared/ship/describe.ts'
import { nearest } from '#shared/ship/policy.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
import { boardOf } from '#shared/ship/views/board.ts'
import type { ShipEvent } from '#shared/ship/events.ts'
import { BY_ITSELF, record } from '../runs/record.ts'
import { type Happening, type Policy, simulate } from '../simulate.ts'
import { playable } from './scenario.ts'
import { summaryLines, summaryOf } from './summary.ts'

const OPTIONS = {
  seed: { type: 'string' },
  policy: { type: 'string', default: 'nearest' },
  json: { type: 'boolean', default: false },
} as const

const POLICIES: Readonly<Record<string, Policy>> = { none: () => [], nearest }

/** Plays a scenario to its end without a server, and says what happened and what it came to, or all as one JSON object. */
export const simulateCommand = (args: readonly string[], env: NodeJS.ProcessEnv): boolean => {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const policy = POLICIES[values.policy]
  if (!policy) throw new Error(`--policy is one of ${Object.keys(POLICIES).join(', ')}, not "${values.policy}"`)
  const [name, ...rest] = positionals
  if (name === undefined || rest.length > 0) throw new Error('simulate takes one scenario: its id, or its file')
  const { file, script, plan } = playable(name, env)
  const seed = seedOf(values.seed) ?? script.seed

  let ship = newShip(plan)
  const happenings: Happening[] = []
  for (const happening of simulate(ship, { scenario: file.id, script, seed, at: 0 }, policy)) {
    ship = happening.ship
    happenings.push(happening)
    if (!values.json) say(happening.events.map((event) => line(ship, event)))
  }
  const summary = summaryOf(happenings)
  if (!values.json) say(['', ...summaryLines(ship, summary)])
  else {
    const asked = { scenario: file.id, ship: plan.file.id, seed, policy: values.policy }
    say([JSON.stringify({ ...asked, ...summary, board: boardOf(ship, ship.at) })])
  }
  return true
}

const say = (lines: readonly string[]): void => {
  for (const text of lines) process.stdout.write(`${text}\n`)
}

const seedOf = (text: string | undefined): number | null => {
  if (text === undefined) return null
  if (!/^\d{1,10}$/.test(text) || Number(text) > 0xffffffff) throw new Error('--seed is 0 to 4294967295')
  return Number(text)
}

const line = (ship: Ship, event: ShipEvent): string => {
  const [stored] = record([event], BY_ITSELF, '')
  return `${clockTime(event.at)}  ${stored ? describe(ship.plan, stored) : ''}`
}

/** Mission time as hours:minutes:seconds. */
const clockTime = (at: number): string => {
  const seconds = Math.floor(at / 1000)
  const parts = [seconds / 3600, (seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')
}
