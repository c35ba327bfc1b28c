import { Type } from 'typebox'
import type { Headline as HeadlineView } from '#shared/review/headline.ts'
import type { Review as ReviewView } from '#shared/review/review.ts'
import type { Trend as TrendView } from '#shared/review/trend.ts'
import { REVIEW_MEMBERS } from '../reviews/shape.ts'
import { numbers, numbersOrNull, orNull } from '../reviews/shapeParts.ts'

/** The figures by which incidents are set side by side. Instants and durations are mission time in ms. */
export const Headline = Type.Unsafe<HeadlineView>(
  Type.Object({
    incident: Type.String(),
    name: Type.String(),
    kind: Type.String(),
    openedWall: Type.String({ format: 'date-time' }),
    open: Type.Boolean(),
    ...numbers('fromMs', 'untilMs', 'hits', 'harm', 'deaths', 'casualties', 'mostHazards', 'uncrewedCriticalMs'),
    ...numbers('capabilityLostMs'),
    ...numbersOrNull('containP90Ms', 'restoreP90Ms', 'boundaryPercent'),
  }),
)

const Trend = Type.Unsafe<TrendView>(
  Type.Object(
    { ...numbers('ordinal', 'inFortnight'), words: Type.String(), headlines: Type.Array(Headline) },
    { description: 'The incident among those of its ship that are over; null, if it came as a file' },
  ),
)

export type ReviewAndTrend = ReviewView & { readonly trend: TrendView | null }

export const ReviewAndTrend = Type.Unsafe<ReviewAndTrend>(Type.Object({ ...REVIEW_MEMBERS, trend: orNull(Trend) }))
