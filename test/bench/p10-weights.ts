import { BUDGETS, weightOfPage } from '../../scripts/weight.ts'
import type { Finding } from './goals.ts'

const WHAT = {
  script: 'scripts before the board stands',
  all: 'all before the board stands',
  idle: 'more, once the page is idle',
}

/** The weight of the first page, as it travels, against its budgets. */
export const weights = (): readonly Finding[] => {
  const { bytes } = weightOfPage()
  return (['script', 'all', 'idle'] as const).map((part) => ({
    goal: 'P10',
    what: WHAT[part],
    value: bytes[part] / 1000,
    must: { atMost: BUDGETS[part] / 1000 },
    unit: 'kB',
    behind: 'gzipped, fonts as they are; npm run build has it file by file',
  }))
}
