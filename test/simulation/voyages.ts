/** npm run simulation -- [--orders N] [--from SEED] [--threads N], or [--seed SEED] for one voyage, order by order. */
import { parseArgs } from 'node:util'
import { sailAll } from './harness/fleet.ts'
import { failureText, report } from './harness/report.ts'
import { type Failure, ORDERS_A_VOYAGE, sail } from './harness/sail.ts'
import { emptyTally } from './harness/tally.ts'

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '2000000' },
    from: { type: 'string', default: '1' },
    threads: { type: 'string', default: '2' },
    seed: { type: 'string' },
  },
})

const failuresOf = async (): Promise<readonly Failure[]> => {
  if (values.seed !== undefined) {
    const failure = sail(Number(values.seed), emptyTally(), { watch: (line) => console.log(line) })
    return failure ? [failure] : []
  }
  const startedMs = performance.now()
  const voyages = Math.ceil(Number(values.orders) / ORDERS_A_VOYAGE)
  const { tally, failures } = await sailAll(Number(values.from), voyages, Number(values.threads))
  console.log(report(tally, performance.now() - startedMs))
  return failures
}

const failures = await failuresOf()
for (const failure of failures) console.error(failureText(failure))
console.log(`${failures.length} broken invariants`)
process.exitCode = failures.length > 0 ? 1 : 0
