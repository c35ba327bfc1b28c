import type { Review } from '#shared/review/review.ts'
import type { Plan } from '#shared/ship/plan.ts'
import type { Section } from '../paper.ts'
import { course } from './course.ts'
import { hazards } from './hazards.ts'
import { people } from './people.ts'
import { ship } from './ship.ts'

export const happened = (review: Review, plan: Plan): Section => ({
  id: 'happened',
  title: 'What happened',
  blocks: [...course(review), ...hazards(review, plan), ...people(review), ...ship(review, plan)],
})
