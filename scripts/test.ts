/** npm test: the pages built, every check, every test, the weight of the page; then one line that counts them. */
import { report, runChecks } from './checks.ts'
import { build } from './setup/build.mjs'
import { alone } from './setup/lock.mjs'
import { box } from './setup/say.mjs'
import { forgetGoals, printGoals } from './goals.ts'
import { runSuite } from './suites.ts'
import { addUp } from './tally.ts'
import { weigh } from './weight.ts'

// Colour codes are noise in a log file.
if (!process.stdout.isTTY) process.env.NO_COLOR = '1'

const startedMs = Date.now()
const built = await report('pages built', () => alone(() => build(process.execPath)))
// Side by side, as the longest check uses one processor only.
const [checked, unit] = await Promise.all([runChecks(), runSuite('unit', 'rules')])
forgetGoals()
// Side by side: they spend much of their time waiting, for browsers, for servers and for the disk.
const screens = async () => [await runSuite('browser'), await runSuite('simulated')] as const
const [faults, [browser, simulated]] = await Promise.all([runSuite('faults'), screens()])
printGoals()

console.log('\nWeight of the first page')
const weighed = await report('within its budget', () => Promise.resolve(weigh()))

const faultsSkipped = faults.skipped + simulated.skipped
const skippedLines = [
  ...(browser.skipped > 0 ? [`${browser.skipped} BROWSER TESTS WERE SKIPPED: they prove nothing of the screens.`] : []),
  ...(faultsSkipped > 0 ? [`${faultsSkipped} TESTS OF FAULTS WERE SKIPPED: they prove nothing of the disk.`] : []),
]
const provesTooLittle = skippedLines.length > 0 && Boolean(process.env.CI)
if (skippedLines.length > 0)
  box([
    ...skippedLines,
    provesTooLittle ? 'CI is set: the run fails for it.' : 'With CI set the run would fail for it.',
  ])

const { passed, failed, skipped } = addUp([built, ...checked, unit, faults, browser, simulated, weighed])
process.exitCode = failed > 0 || provesTooLittle ? 1 : 0
console.log(`\n${((Date.now() - startedMs) / 1000).toFixed(0)} s in all`)
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
