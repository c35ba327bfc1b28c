import { join } from 'node:path'
import { run } from './setup/process.mjs'
import { secondsSince } from './setup/say.mjs'
import { noTally, type Tally } from './tally.ts'

interface Check {
  name: string
  /** What Node runs, below node_modules, and its arguments. */
  command: [tool: string, ...args: string[]]
  env?: NodeJS.ProcessEnv
}

const tsc = '@typescript/native/bin/tsc'
const layerFolders = ['shared', 'db', 'server', 'web', 'test', 'scripts']

/** Components are read as TypeScript from the first: the types of all are worked out once, not anew after each. */
const READ_AS_TYPESCRIPT = { SVELTE_ESLINT_PARSER_EXPERIMENTAL_TS_SYS_HOOK: '1' }

/** Has the fast compiler read what is made of the components: the same findings for much less work. */
const BY_NATIVE = '--tsgo-experimental-api'

/** The slowest first: it runs beside the others. */
const checks: Check[] = [
  { name: 'lint', command: ['eslint/bin/eslint.js', '.', '--max-warnings', '0'], env: READ_AS_TYPESCRIPT },
  { name: 'types: server, log, tests, scripts', command: [tsc, '--project', 'tsconfig.json'] },
  { name: 'types: core, without platform', command: [tsc, '--project', 'shared/tsconfig.json'] },
  {
    name: 'types: screens',
    command: ['svelte-check/bin/svelte-check', '--tsconfig', 'web/tsconfig.json', '--fail-on-warnings', BY_NATIVE],
  },
  { name: 'format', command: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
  {
    name: 'layers',
    command: ['dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.cjs', ...layerFolders],
  },
  { name: 'dead code', command: ['knip/bin/knip.js', '--no-progress'] },
]

/** Does a piece of work and prints one line about it, and under a failed one what it had to say. */
export const report = async (name: string, work: () => Promise<{ ok: boolean; output: string }>): Promise<Tally> => {
  const startedMs = Date.now()
  const { ok, output } = await work()
  console.log(`${ok ? '✓' : '✗'} ${name} (${secondsSince(startedMs)})`)
  if (!ok) console.log(`${output.trimEnd()}\n`)
  return { ...noTally, [ok ? 'passed' : 'failed']: 1 }
}

/** Runs every check, two at a time. */
export const runChecks = async (): Promise<Tally[]> => {
  const tallies: Tally[] = []
  const queue = checks.values()
  const lane = async () => {
    for (const { name, command, env } of queue) {
      const [tool, ...args] = command
      const options = { env: { ...process.env, ...env } }
      tallies.push(await report(name, () => run(process.execPath, [join('node_modules', tool), ...args], options)))
    }
  }
  await Promise.all([lane(), lane()])
  return tallies
}
