import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openSqliteLog } from '#db/sqliteLog.ts'
import { readRecording } from '#shared/recording-file/read.ts'
import { BY_ITSELF, record } from '../../server/runs/record.ts'
import { generateScenario } from '../support/generate-scenario.ts'
import { builtInPlan } from '../support/built-in.ts'
import { temporaryFolder } from '../support/folders.ts'
import { givenShip } from '../support/given.ts'
import { smallShip } from '../support/small-ship.ts'
import { seedFile } from '../support/seed-files.ts'

const ROOT = new URL('../../', import.meta.url)

const bulkhead = (...args: readonly string[]) => bulkheadOn({}, ...args)

const bulkheadOn = (env: Readonly<Record<string, string>>, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/cli.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...env },
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

/** A data folder with a drill of the small ship on record, as a server leaves it. */
const drilled = (): string => {
  const data = temporaryFolder()
  const ship = smallShip()
  const { events } = givenShip(ship).when(
    { type: 'OpenIncident', kind: 'drill', name: 'Cold engine' },
    { type: 'RecordLog', text: 'Begun' },
    { type: 'CloseIncident' },
  )
  const log = openSqliteLog(data)
  log.createShip({ id: 'tern', definition: ship.plan.file, wall: WALL, events: record(events, BY_ITSELF, WALL) })
  log.close()
  return data
}

const WALL = '2026-11-22T12:00:00.000Z'

describe('export and import', () => {
  test('[CMD4] an incident is saved, and brought in elsewhere', () => {
    const [here, there] = [drilled(), temporaryFolder()]
    const file = join(there, 'saved.json')
    const saved = bulkheadOn({ BULKHEAD_DATA: here }, 'export', 'tern-1', file)
    expect(saved).toEqual({ status: 0, stdout: `tern-1, Cold engine: ${file}\n`, stderr: '' })
    expect(readRecording(JSON.parse(readFileSync(file, 'utf8')))).toMatchObject({
      ...{
        ok: true,
        value: { incident: { id: 'tern-1', name: 'Cold engine' }, sight: 'truth', events: { length: 3 } },
      },
    })
    const brought = bulkheadOn({ BULKHEAD_DATA: there }, 'import', file)
    expect(brought).toMatchObject({ status: 0, stderr: '' })
    expect(brought.stdout).toMatch(/saved\.json is tern-1\.[0-9a-f]{8}, Cold engine\n$/)
    const [id] = readdirSync(join(there, 'recordings'))
    expect(id).toMatch(/^tern-1\.[0-9a-f]{8}\.json$/)
  })

  test('[CMD4] no file is written over, and what is no recording is told why', () => {
    const data = drilled()
    const run = (...args: readonly string[]) => bulkheadOn({ BULKHEAD_DATA: data }, ...args)
    const file = join(data, 'mine.json')
    writeFileSync(file, '{"schema":"bulkhead/ship@1"}')
    expect(run('export', 'tern-1', file)).toMatchObject({ status: 1, stdout: '' })
    expect(readFileSync(file, 'utf8')).toBe('{"schema":"bulkhead/ship@1"}')
    const refused = run('import', file)
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toMatch(
      /mine\.json: \$\.schema: expected "bulkhead\/recording@1", found "bulkhead\/ship@1"\n/,
    )
    expect(readdirSync(join(data, 'recordings'))).toEqual([])
    expect(run('export', 'tern-2').stderr).toMatch(/There is no incident tern-2\. There are tern-1\n/)
  })

  test('[CMD4] while a server runs on the folder neither does anything, and both say so', () => {
    const data = drilled()
    const log = openSqliteLog(data)
    try {
      const file = join(data, 'saved.json')
      for (const args of [
        ['export', 'tern-1', file],
        ['import', 'db/seed/ships/petrel.json'],
      ]) {
        const { status, stdout, stderr } = bulkheadOn({ BULKHEAD_DATA: data }, ...args)
        expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
        expect(stderr).toMatch(/A server is running on /)
      }
      expect(existsSync(file)).toBe(false)
    } finally {
      log.close()
    }
  })
})

test.each([
  [['export'], /export takes one incident/],
  [['export', 'tern-1', 'a', 'b'], /export takes one incident/],
  [['export', 'tern-1', '--sight', 'all'], /--sight is truth or known/],
  [['import'], /import takes one file/],
  [['import', 'no-such.json'], /There is no file no-such\.json/],
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
