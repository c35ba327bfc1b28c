import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { report, sized } from './support/goal.ts'
import { faultOf, type Fuzzed } from './support/fuzz.ts'
import { TARGETS } from './support/fuzzTargets.ts'
import { inLanes } from './support/lanes.ts'

const FOR_MS = Number(process.env.BULKHEAD_FUZZ_MS ?? sized({ ci: 2_000, release: 600_000 }))
const SEED = Number(process.env.BULKHEAD_SEED ?? Date.now() % 1_000_000)
/** Beyond this a reader hangs. */
const HANGS_MS = FOR_MS * 3 + 60_000
const ROOT = join(import.meta.dirname, '..', '..')
const FOUND = join(import.meta.dirname, 'found')

const fuzzed = async (name: string): Promise<Fuzzed> => {
  const args = ['test/faults/support/fuzzChild.ts', name, String(FOR_MS), String(SEED)]
  // what comes compiled from a cache is not counted function by function
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' }
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: HANGS_MS,
  })
  let output = ''
  child.stdout.on('data', (text: Buffer) => (output += text.toString()))
  await once(child, 'close')
  expect(child.exitCode, `${name}, seed ${SEED}: the process ended by itself, or hung`).toBe(0)
  return JSON.parse(output) as Fuzzed
}

test(
  '[LIM4] no input found by following the code it reaches makes a reader throw or hang',
  { timeout: HANGS_MS * Object.keys(TARGETS).length },
  async () => {
    const names = Object.keys(TARGETS)
    const results = await inLanes(names.length, async (number) => {
      const name = names[number] ?? ''
      const { found, ...counts } = await fuzzed(name)
      console.log(`${name}: ${JSON.stringify(counts)}`)
      for (const { input, fault } of found) console.log(`${name}: ${fault}\n${JSON.stringify(input).slice(0, 2_000)}`)
      return { ...counts, found }
    })
    const faults = results.flatMap(({ found }) => found).length
    const inputs = results.reduce((sum, counts) => sum + counts.inputs, 0)
    report({
      goal: 'G10',
      name: `inputs that follow coverage, ${names.length} readers, ${FOR_MS / 1_000} s each (seed ${SEED})`,
      value: `${inputs} inputs, ${results.reduce((sum, { kept }) => sum + kept, 0)} reached new code, ${faults} faults`,
      target: '0 faults',
      pass: faults === 0,
    })
  },
)

test('what was once found to make a reader throw is read', async () => {
  for (const file of readdirSync(FOUND)) {
    const { target, input } = JSON.parse(readFileSync(join(FOUND, file), 'utf8')) as { target: string; input: unknown }
    expect(await faultOf(TARGETS[target]?.().read ?? expect.fail(`no target ${target}`), input), file).toBe(null)
  }
})
