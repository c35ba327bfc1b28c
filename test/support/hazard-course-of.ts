import type { HazardCourse } from '#shared/review/parts/hazards.ts'
import type { Review } from '#shared/review/review.ts'

/** The first course of a task in a review; it must be there. */
export const courseOf = ({ hazards }: Review, task: string): HazardCourse => {
  const course = hazards.find((one) => one.task === task)
  if (!course) throw new Error(`no ${task} among ${hazards.map((one) => one.task).join(', ')}`)
  return course
}
