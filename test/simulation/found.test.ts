import { expect, test } from 'vitest'
import { FOUND_SEEDS } from './found-seeds.ts'
import { failureText } from './harness/report.ts'
import { sail } from './harness/sail.ts'
import { emptyTally } from './harness/tally.ts'

test.each(FOUND_SEEDS)('seed $seed finds nothing any more: $why', ({ seed }) => {
  const failure = sail(seed, emptyTally())
  expect(failure && failureText(failure)).toBeNull()
})
