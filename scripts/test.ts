/** npm test: the pages built, every check, every test, the weight of the page; then one line that counts them. */
import { report, runChecks } from './checks.ts'
import { build } from './setup/build.mjs'
import { alone } from './setup/lock.mjs'
import { box } from './setup/say.mjs'
import { runSuite } from './suites.ts'
import { addUp } from './tally.ts'
import { weigh } from './weight.ts'

const startedMs = Date.now()
const built = await report('pages built', () => alone(() => build(process.execPath)))
const checked = await runChecks()
const unit = await runSuite('unit')
const faults = await runSuite('faults')
const browser = await runSuite('browser')

console.log('\nWeight of the first page')
const weighed = await report('within its budget', () => Promise.resolve(weigh()))

if (browser.skipped > 0)
  box([`${browser.skipped} BROWSER TESTS WERE SKIPPED`, 'Nothing of the screens is proven by them.'])
const provesScreens = browser.skipped === 0 || !process.env.CI

const { passed, failed, skipped } = addUp([built, ...checked, unit, faults, browser, weighed])
process.exitCode = failed === 0 && provesScreens ? 0 : 1
console.log(`\n${((Date.now() - startedMs) / 1000).toFixed(0)} s in all`)
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
