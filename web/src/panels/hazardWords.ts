import { percentAt } from '#shared/ship/formula.ts'
import type { Plan } from '#shared/ship/plan.ts'
import type { Fire, Ship } from '#shared/ship/state.ts'
import { FIRE_GROWTH, LEAK_KIND, obstacleWords, placeName, systemName } from '#shared/ship/views/words.ts'
import { clockText } from '../ui/duration.ts'
import { percent } from './format.ts'

/** "Fire, fast, 04:10 · fought 30 % · suppression at work". */
export const fireInWords = (fire: Fire, at: number, plan: Plan): string => {
  const course = fire.flashedOverAt === null ? FIRE_GROWTH[fire.growth].toLowerCase() : 'flashed over'
  const fought = percentAt(fire.repair, at)
  return [
    `Fire, ${course}, ${clockText(at - fire.startedAt)}`,
    fought > 0 && `fought ${percent(fought)}`,
    fire.suppressed && plan.file.fireSuppression && `${systemName(plan, plan.file.fireSuppression.system)} at work`,
  ]
    .filter(Boolean)
    .join(' · ')
}

export const leaksInWords = (ship: Ship, compartment: string): readonly string[] =>
  Object.values(ship.leaks)
    .filter((leak) => leak.compartment === compartment)
    .map(({ kind, system }) => `${LEAK_KIND[kind]} leak from ${systemName(ship.plan, system)}`)

/** Where whoever leaves goes to, or what keeps them in. */
export const leavingInWords = (ship: Ship, compartment: string): readonly string[] => {
  const leaving = ship.evacuations[compartment]
  if (!leaving) return []
  if (leaving.to !== null) return [`Evacuation to ${placeName(ship.plan, leaving.to)} under way`]
  const { obstacle, obstacleState } = leaving
  return [
    `Trapped: ${obstacle !== null && obstacleState !== null ? obstacleWords(obstacle, obstacleState) : 'no way out'}`,
  ]
}
