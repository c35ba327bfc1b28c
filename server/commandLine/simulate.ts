import { parseArgs } from 'node:util'
import { describe } from '#shared/ship/describe.ts'
import { nearest } from '#shared/ship/policy.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { boardOf } from '#shared/ship/views/board.ts'
import type { ShipEvent } from '#shared/ship/events.ts'
import { dataFolder } from '../config.ts'
import { libraryFolders } from '../library/folders.ts'
import { readLibrary } from '../library/library.ts'
import { BY_ITSELF, record } from '../runs/record.ts'
import { type Policy, simulate } from '../simulate.ts'

const OPTIONS = {
  seed: { type: 'string' },
  policy: { type: 'string', default: 'nearest' },
  json: { type: 'boolean', default: false },
} as const

const POLICIES: Readonly<Record<string, Policy>> = { none: () => [], nearest }

/** Plays a scenario to its end without a server, and says what happened, line by line or as one JSON object. */
export const simulateCommand = (args: readonly string[], env: NodeJS.ProcessEnv): boolean => {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const policy = POLICIES[values.policy]
  if (!policy) throw new Error(`--policy is one of ${Object.keys(POLICIES).join(', ')}, not "${values.policy}"`)
  const { file, script, definition } = scenarioOf(positionals, env)
  const seed = seedOf(values.seed) ?? script.seed

  let ship = newShip(planOf(definition))
  const events: ShipEvent[] = []
  for (const happening of simulate(ship, { scenario: file.id, script, seed, at: 0 }, policy)) {
    ship = happening.ship
    events.push(...happening.events)
    if (!values.json) for (const event of happening.events) process.stdout.write(`${line(ship, event)}\n`)
  }
  if (values.json) {
    const result = { scenario: file.id, ship: definition.id, seed, policy: values.policy, events: events.length }
    process.stdout.write(`${JSON.stringify({ ...result, board: boardOf(ship, ship.at) })}\n`)
  }
  return true
}

const scenarioOf = (positionals: readonly string[], env: NodeJS.ProcessEnv) => {
  const [id, ...rest] = positionals
  if (id === undefined || rest.length > 0) throw new Error('simulate takes one scenario')
  const { scenarios, ships } = readLibrary(libraryFolders(dataFolder(env)))
  const scenario = scenarios.get(id)
  if (!scenario) throw new Error(`There is no scenario ${id}; there are ${[...scenarios.keys()].join(', ')}`)
  const definition = ships.get(scenario.file.ship)
  if (!definition) throw new Error(`There is no ship ${scenario.file.ship} for the scenario ${id}`)
  return { ...scenario, definition }
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
