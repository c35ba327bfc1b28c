import type { Review } from '#shared/review/review.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { paperOf } from './paperOf.ts'
import { documentOf } from './pdf/document.ts'

/** The review as a PDF, A4, typeset. The same review comes to the same bytes. */
export const reviewPdf = (review: Review, plan: Plan): Promise<Buffer> => documentOf(paperOf(review, plan))
