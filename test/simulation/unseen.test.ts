import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { advanced } from '#shared/ship/advance.ts'
import { decided } from '#shared/ship/decide.ts'
import { newShip } from '#shared/ship/state.ts'
import { boardOf } from '#shared/ship/views/board.ts'
import { checkScenario } from '#shared/scenario-file/check.ts'
import { readScenarioFile } from '#shared/scenario-file/read.ts'
import { scriptOf } from '#shared/scenario-file/script-of.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { readShipFile } from '#shared/ship-file/read.ts'
import { builtInPlans } from '../support/built-in.ts'
import { generateScenario } from '../support/generate-scenario.ts'
import { generateShip } from '../support/generate-ship.ts'
import { findingsIn } from './harness/invariants/all.ts'

const SHIPS = 200
const HOUR_MS = 3_600_000

test(`[SCN1] [SCN2] ${SHIPS} ships that nobody has seen read, sail and fight like the built-in ones`, () => {
  for (let seed = 1; seed <= SHIPS; seed++) {
    const shipFile = readShipFile(JSON.parse(JSON.stringify(generateShip(seed))))
    if (!shipFile.ok) throw new Error(`seed ${seed}: ${JSON.stringify(shipFile.error)}`)
    const plan = planOf(shipFile.value)
    const scenario = readScenarioFile(JSON.parse(JSON.stringify(generateScenario(plan, seed))))
    if (!scenario.ok) throw new Error(`seed ${seed}: ${JSON.stringify(scenario.error)}`)
    expect(checkScenario(scenario.value, plan), `seed ${seed}`).toEqual([])

    const order = {
      id: 'start',
      type: 'StartScenario',
      scenario: scenario.value.id,
      script: scriptOf(scenario.value),
    } as const
    const started = decided(newShip(plan), { command: order, at: 0 })
    if (!started.ok) throw new Error(`seed ${seed}: ${JSON.stringify(started.error)}`)
    const { ship, events } = advanced(started.value.ship, HOUR_MS)
    const ran = events.filter(({ type }) => type === 'InjectRun').length
    expect(ran, `seed ${seed}: injects run`).toBe(scenario.value.injects.length)
    expect(findingsIn({ ...ship, at: HOUR_MS }), `seed ${seed}`).toEqual([])
    expect(boardOf(ship, ship.at).crews).toHaveLength(plan.crews.size)
  }
})

/** Everything that a ship file calls by a name of its own: the ship, and what takes more than one word to say. */
const namesOf = (): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const [, { file }] of builtInPlans()) {
    names.add(file.name).add(file.id)
    const things = [...file.systems, ...file.rooms, ...file.crews, ...file.capabilities.flatMap(({ modes }) => modes)]
    for (const { id, name } of things) for (const word of [id, name]) if (/[ -]/.test(word)) names.add(word)
  }
  return names
}

const sourcesUnder = (folder: string): readonly string[] =>
  readdirSync(new URL(`../../${folder}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|svelte|css|html)$/.test(path) && !path.startsWith('dist'))
    .map((path) => `${folder}/${path}`)

test('nothing in the code names a ship, a room, a crew or a system of a ship file', () => {
  const names = [...namesOf()].map((name) => ({ name, pattern: new RegExp(`\\b${name}\\b`, 'i') }))
  expect(names.length).toBeGreaterThan(50)
  const found = ['shared', 'server', 'web'].flatMap(sourcesUnder).flatMap((path) => {
    const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
    return names.filter(({ pattern }) => pattern.test(text)).map(({ name }) => `${path}: ${name}`)
  })
  expect(found).toEqual([])
})
