import type { Review } from '#shared/review/review.ts'
import type { Trend } from '#shared/review/trend.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { paperOf } from './paperOf.ts'
import { documentOf } from './pdf/document.ts'

/** The review as a PDF, A4, typeset. The same review comes to the same bytes. */
export const reviewPdf = (review: Review, trend: Trend | null, plan: Plan): Promise<Buffer> =>
  documentOf(paperOf(review, trend, plan))
