import { explain } from '#shared/ship/explain.ts'
import type { Plan } from '#shared/ship/plan.ts'
import type { Rejection } from '#shared/ship/rejections.ts'
import { placeName, taskName } from '#shared/ship/views/words.ts'

/** Why a crew can't go, beside its name: things by the names people know, not by their ids. */
export const refusalInWords = (plan: Plan, rejection: Rejection): string => {
  if (rejection.code === 'CrewNotReady')
    return rejection.task === null ? 'Not ready yet' : `Busy: ${taskName(plan, rejection.task)}. Recall it first`
  if (rejection.code === 'NoRoute' && rejection.obstacleState === 'missing')
    return `No way to ${placeName(plan, rejection.to)}`
  return explain(rejection)
}
