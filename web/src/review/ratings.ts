import type { Objective } from '#shared/review/parts/assessment.ts'
import type { Order } from '#shared/ship/commands.ts'
import type { Rating } from '#shared/ship/terms.ts'

/** From performed to not performed. */
export const RATINGS: readonly Rating[] = ['P', 'S', 'M', 'U']

type Rated = Pick<Objective, 'rating' | 'remark'>

/** The order that says so of an objective. Said as it is now, it takes back what is said next. */
export const ratingOf = (
  incident: string,
  { objective, text, ...now }: Objective,
  said: Partial<Rated> = {},
): Order => {
  const { rating, remark } = { ...now, ...said }
  return { type: 'RateObjective', incident, objective, text, rating, ...(remark && { remark }) }
}
