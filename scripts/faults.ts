/** npm run faults [-- file…]: every reliability goal at the size of a release, and its lines once more at the end. */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './setup/process.mjs'

const goals = join(root, '.cache', 'goals.txt')
const vitest = join('node_modules', 'vitest', 'vitest.mjs')

rmSync(goals, { force: true })
process.env.BULKHEAD_FAULTS = 'release'
const args = [vitest, 'run', '--project', 'faults', '--testTimeout', '7200000', ...process.argv.slice(2)]
const { ok } = await run(process.execPath, args, { stdio: 'inherit' })
console.log(`\nGoals, at the size of a release\n${readFileSync(goals, 'utf8')}`)
process.exitCode = ok ? 0 : 1
