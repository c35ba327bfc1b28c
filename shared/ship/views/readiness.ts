import type { Ship } from '../state.ts'
import type { Alert } from '../terms.ts'
import { type Standing, standingOf } from './readiness-standing.ts'

/** One thing that must be so at an alert condition. */
export interface ReadinessItemView extends Standing {
  readonly id: string
  readonly name: string
}

export interface ReadinessView {
  readonly condition: Alert
  readonly items: readonly ReadinessItemView[]
  readonly met: number
  readonly total: number
}

const CONDITIONS: readonly Alert[] = ['green', 'yellow', 'red']

/** [RDY1] For each alert condition of the ship file: what must be so, what is, and what stands in the way of the rest. */
export const readinessOf = (ship: Ship, at: number): readonly ReadinessView[] =>
  CONDITIONS.flatMap((condition) => {
    const listed = ship.plan.file.readiness?.[condition]
    if (!listed) return []
    const items = listed.map((item) => ({ id: item.id, name: item.name, ...standingOf(ship, item, at) }))
    const met = items.filter(({ state }) => state === 'met').length
    return { condition, items, met, total: items.length }
  })
