import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { SEED_FOLDER } from '../../server/library/folders.ts'
import { faultLines, readLibrary } from '../../server/library/library.ts'

const seedFile = (...path: string[]): Record<string, unknown> =>
  JSON.parse(readFileSync(join(SEED_FOLDER, ...path), 'utf8')) as Record<string, unknown>

/** A folder of one's own, with these files in it. */
const ownFolder = (files: Readonly<Record<string, unknown>>): string => {
  const folder = temporaryFolder()
  for (const kind of ['ships', 'scenarios']) mkdirSync(join(folder, kind))
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  return folder
}

test('[SRV20] every file that comes with the product is valid', () => {
  const { ships, scenarios, faults } = readLibrary([SEED_FOLDER])
  expect(faults.flatMap(faultLines)).toEqual([])
  expect(ships.size).toBeGreaterThan(0)
  expect(scenarios.size).toBeGreaterThan(0)
})

test("[SRV20] a user's own ships and scenarios are read beside them, and hold where an id is used again", () => {
  const folder = ownFolder({
    'ships/mine.json': { ...seedFile('ships', 'voyager.json'), id: 'mine', name: 'Mine' },
    'ships/same.json': { ...seedFile('ships', 'voyager.json'), name: 'Refitted' },
    'scenarios/mine.json': { ...seedFile('scenarios', 'voyager-attack-1.json'), id: 'my-drill', ship: 'mine' },
  })
  const { ships, scenarios, faults } = readLibrary([SEED_FOLDER, folder])
  expect(faults).toEqual([])
  expect(ships.get('mine')?.name).toBe('Mine')
  expect(ships.get('voyager')?.name).toBe('Refitted')
  expect(scenarios.get('my-drill')?.script.name).toBe('The first attack')
})

test('[SRV20] a file that is wrong is named with the place, what was expected and what was found, and left out', () => {
  const folder = ownFolder({
    'ships/broken.json': '{"schema": ',
    'ships/other.json': { schema: 'something/else@1' },
    'ships/wrong.json': { ...seedFile('ships', 'voyager.json'), id: 'wrong', complement: 'many' },
    'scenarios/lost.json': {
      ...seedFile('scenarios', 'voyager-attack-1.json'),
      ...{ id: 'lost', injects: [{ at: '00:00:01', do: { type: 'DamageSystem', system: 'no-such', to: 0 } }] },
    },
    'scenarios/huge.json': ' '.repeat(300_000),
    'ships/readme.txt': 'not a ship',
  })
  const { ships, scenarios, faults } = readLibrary([SEED_FOLDER, folder])
  const lines = faults.flatMap(faultLines).map((line) => line.slice(folder.length + 1))
  expect(lines).toEqual([
    expect.stringMatching(/^ships.broken\.json: \$: expected a readable JSON file, found /),
    expect.stringMatching(
      /^ships.other\.json: \$\.schema: expected "bulkhead\/ship@1" or .*, found "something\/else@1"$/,
    ),
    expect.stringMatching(/^ships.wrong\.json: \$\.complement: expected a whole number.*, found "many"$/),
    expect.stringMatching(/^scenarios.huge\.json: \$: expected at most 262144 bytes, found 300000 bytes$/),
    expect.stringMatching(
      /^scenarios.lost\.json: \$\.injects\[0\]\.do\.system: expected a system of .*, found "no-such"$/,
    ),
  ])
  expect([ships.has('wrong'), scenarios.has('lost')]).toEqual([false, false])
})
