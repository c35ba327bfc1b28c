import type { Review } from '#shared/review/review.ts'
import type { Trend } from '#shared/review/trend.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { pageOf } from './html/page.ts'
import { paperOf } from './paperOf.ts'

/** The review as one HTML file that opens from any disk and prints well. The plan has the names of things. */
export const reviewHtml = (review: Review, trend: Trend | null, plan: Plan): string =>
  pageOf(paperOf(review, trend, plan))
