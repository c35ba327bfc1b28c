/** npm run simulation -- world [--orders N] [--from SEED] [--threads N], or [--seed SEED] for one, with the fewest faults it takes. */
import { parseArgs } from 'node:util'
import { liveAll } from './fleet.ts'
import { live } from './live.ts'
import { shrink } from './shrink.ts'
import { findingText, tallyText } from './tell.ts'

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    orders: { type: 'string', default: '200000' },
    from: { type: 'string', default: '1' },
    threads: { type: 'string', default: '2' },
    seed: { type: 'string' },
  },
})

const one = async (seed: number): Promise<boolean> => {
  const lived = await live(seed)
  console.log(findingText(lived))
  if (lived.finding) console.log(`\nWith the fewest faults:\n${findingText(await shrink(lived))}`)
  return lived.finding === null
}

const many = async (): Promise<boolean> => {
  const startedMs = performance.now()
  const { tally, found } = await liveAll(Number(values.from), Number(values.orders), Number(values.threads))
  console.log(tallyText(tally, performance.now() - startedMs))
  for (const lived of found) console.log(findingText(lived))
  return found.length === 0
}

const fine = values.seed === undefined ? await many() : await one(Number(values.seed))
process.exit(fine ? 0 : 1)
