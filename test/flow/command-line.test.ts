import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generateScenario } from '../support/generate-scenario.ts'
import { builtInPlan } from '../support/built-in.ts'
import { temporaryFolder } from '../support/folders.ts'
import { seedFile } from '../support/seed-files.ts'

const ROOT = new URL('../../', import.meta.url)

const bulkhead = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/cli.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** A folder with ships/ and scenarios/ of one's own, as beside a data folder. */
const written = (kind: 'ships' | 'scenarios', name: string, file: unknown): string => {
  const folder = join(temporaryFolder(), kind)
  mkdirSync(folder)
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(file))
  return path
}

describe('validate', () => {
  test('[CMD1] a file that is in order, and one that is not', () => {
    expect(bulkhead('validate', 'db/seed/ships/petrel.json')).toEqual({
      status: 0,
      stdout: 'db/seed/ships/petrel.json is valid\n',
      stderr: '',
    })
    const path = written('ships', 'bad.json', { ...(seedFile('ships', 'petrel') as object), complement: -1 })
    const bad = bulkhead('validate', path)
    expect(bad).toMatchObject({ status: 1, stdout: '' })
    expect(bad.stderr).toMatch(/bad\.json: \$\.complement: expected .*, found -1\n/)
  })

  test('[CMD1] as JSON', () => {
    const path = written('scenarios', 'odd.json', {
      ...generateScenario(builtInPlan('petrel'), 1),
      ship: 'no-such-ship',
    })
    const { status, stdout } = bulkhead('validate', path, '--json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ file: path, valid: false, problems: [{ path: '$.ship' }] })
  })
})

describe('simulate', () => {
  test('[CMD2] a scenario of the library: every event, then what it came to', () => {
    const { status, stdout } = bulkhead('simulate', 'petrel-collision')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^00:00:00 {2}/)
    expect(stdout).toMatch(/\n\nHull \d+ %, shields none, power .+\nCasualties: .+\nCrews ready: \d of 3\n/)
  })

  test('[CMD2] as JSON, the same for the same seed and another for another', () => {
    const once = bulkhead('simulate', 'petrel-collision', '--json', '--seed', '5')
    expect(once).toEqual(bulkhead('simulate', 'petrel-collision', '--json', '--seed', '5'))
    expect(once.stdout).not.toBe(bulkhead('simulate', 'petrel-collision', '--json', '--seed', '6').stdout)
    expect(JSON.parse(once.stdout)).toMatchObject({
      scenario: 'petrel-collision',
      seed: 5,
      lastedMs: 600_000,
      happened: { ScenarioStarted: 1, ScenarioEnded: 1 },
      refusedInjects: [],
      board: { at: 600_000 },
    })
  })

  test('[CMD2] a file of one’s own, for a ship of the library', () => {
    const path = written('scenarios', 'own.json', generateScenario(builtInPlan('petrel'), 4))
    const { status, stdout } = bulkhead('simulate', path, '--json', '--policy', 'none')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ scenario: 'generated-4', ship: 'petrel', orders: 0 })
  })
})

test.each([
  [['simulate', 'nowhere'], /There is no scenario nowhere; there are .*petrel-collision/],
  [['simulate'], /simulate takes one scenario/],
  [['simulate', 'db/seed/ships/petrel.json'], /is a ship, not a scenario/],
  [['simulate', 'petrel-collision', '--seed', 'x'], /--seed is 0 to 4294967295/],
  [['validate'], /validate takes one file/],
  [['sink'], /npm run bulkhead -- serve/],
])('[CMD3] %j does nothing, says why and ends with 1', (args, why) => {
  const { status, stdout, stderr } = bulkhead(...args)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(why)
})
