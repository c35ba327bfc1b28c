/** npm run faults [-- file…]: the reliability goals at the size of a release, and their lines once more at the end. */
import { join } from 'node:path'
import { forgetGoals, printGoals } from './goals.ts'
import { run } from './setup/process.mjs'

/** Two hours: what takes longest fuzzes six readers for ten minutes each. */
const TEST_MS_MAX = '7200000'

forgetGoals()
process.env.BULKHEAD_FAULTS = 'release'
const projects = ['--project', 'faults', '--project', 'simulated', '--testTimeout', TEST_MS_MAX]
const vitest = join('node_modules', 'vitest', 'vitest.mjs')
const { ok } = await run(process.execPath, [vitest, 'run', ...projects, ...process.argv.slice(2)], { stdio: 'inherit' })
printGoals()
process.exitCode = ok ? 0 : 1
