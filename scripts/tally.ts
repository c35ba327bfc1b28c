/** How many checks or tests ended which way. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

export const noTally: Tally = { passed: 0, failed: 0, skipped: 0 }

export const addUp = (tallies: Tally[]): Tally =>
  tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    noTally,
  )
