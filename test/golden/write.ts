/**
 * npm run golden: keeps logs as this version stores them, for every later one to fold. Run it once, before a release, and
 * commit what it writes to test/golden/<version>/. Every event there is occurs in them.
 */
import { readFileSync } from 'node:fs'
import { readScenarioFile } from '#shared/scenario-file/read.ts'
import type { ScenarioFile } from '#shared/scenario-file/schema.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { builtInPlan, builtInPlans } from '../support/built-in.ts'
import { generateShip } from '../support/generate-ship.ts'
import { seedFile, seedIds } from '../support/seed-files.ts'
import { FACT_TYPES } from './factTypes.ts'
import { type GoldenLog, writeGolden } from './goldenLog.ts'
import { played, sailed } from './sail.ts'

const ORDERS = 400
/** More seeds than that find nothing that fewer did not. */
const SEEDS_MAX = 2_000

const scenarioFile = (id: string): ScenarioFile => {
  const read = readScenarioFile(seedFile('scenarios', id))
  if (!read.ok) throw new Error(id)
  return read.value
}

const logs = new Map<string, GoldenLog>()
const missing = new Set(FACT_TYPES)

/** Keeps a log that has an event which no other has. */
const keep = (name: string, log: GoldenLog): void => {
  const found = log.events.filter(({ type }) => missing.delete(type))
  if (found.length > 0) logs.set(name, log)
}

for (const id of seedIds('scenarios')) {
  const file = scenarioFile(id)
  logs.set(id, played(builtInPlan(file.ship), file))
}
for (const { events } of logs.values()) for (const { type } of events) missing.delete(type)
for (const [id, plan] of builtInPlans()) keep(`${id}-at-random`, sailed(plan, 1, ORDERS))
for (let seed = 1; missing.size > 0 && seed <= SEEDS_MAX; seed++)
  keep(`ship-${seed}-at-random`, sailed(planOf(generateShip(seed)), seed, ORDERS))
if (missing.size > 0) throw new Error(`Nothing brought about ${[...missing].join(', ')}`)

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
writeGolden(version, logs)
for (const [name, { events }] of logs) console.log(`${name}: ${events.length} events`)
