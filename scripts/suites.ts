import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonTestResults } from 'vitest/node'
import { root, run } from './setup/process.mjs'
import { noTally, type Tally } from './tally.ts'

const vitest = join('node_modules', 'vitest', 'vitest.mjs')

const readTally = (file: string): Tally => {
  let results: JsonTestResults
  try {
    results = JSON.parse(readFileSync(file, 'utf8')) as JsonTestResults
  } catch {
    return noTally
  }
  const unloadable = results.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((assertion) => assertion.status !== 'failed'),
  )
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + unloadable.length,
    skipped: results.numPendingTests + results.numTodoTests,
  }
}

/** Runs projects of vitest.config.ts and counts their tests; not a single one is a failure. */
export const runSuite = async (...projects: readonly string[]): Promise<Tally> => {
  const file = join(root, '.cache', `tests-${projects.join('-')}.json`)
  rmSync(file, { force: true })
  console.log(`\nTests: ${projects.join(', ')}`)
  const chosen = projects.flatMap((project) => ['--project', project])
  const args = [...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { ok } = await run(process.execPath, [vitest, 'run', ...args], { stdio: 'inherit' })
  const tally = readTally(file)
  const nothingRan = tally.passed + tally.failed + tally.skipped === 0
  // An error outside any test fails the run, yet has no failed test to count.
  return (!ok && tally.failed === 0) || nothingRan ? { ...tally, failed: 1 } : tally
}
