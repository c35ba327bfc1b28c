import type { ResponseMeasure } from '../ship/terms.ts'

/** The measures of a response, as an evaluator says them. [REV10] */
export const MEASURE: Readonly<Record<ResponseMeasure, { readonly name: string; readonly between: string }>> = {
  report: { name: 'Report', between: 'began to reported' },
  acknowledge: { name: 'Acknowledge', between: 'alarm raised to acknowledged' },
  dispatch: { name: 'Dispatch', between: 'reported to crew sent' },
  turnout: { name: 'Turnout', between: 'sent to under way' },
  travel: { name: 'Travel', between: 'under way to arrived' },
  contain: { name: 'Contain', between: 'began to contained' },
  restore: { name: 'Restore', between: 'began to restored' },
  triage: { name: 'Triage', between: 'casualty reported to triaged' },
  bed: { name: 'Bed', between: 'casualty reported to in a bed' },
}
