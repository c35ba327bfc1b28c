import { supplyAt } from '../formula.ts'
import type { Ship } from '../state.ts'

/** A supply of the ship file and what is left of it, in its own unit. */
export interface SupplyView {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly left: number
  readonly full: number
  readonly low: boolean
}

export const suppliesOf = (ship: Ship, at: number): readonly SupplyView[] =>
  (ship.plan.file.supplies ?? []).map(({ id, name, unit, amount, low }) => {
    const left = supplyAt(ship, id, at)
    return { id, name, unit, left, full: amount, low: left <= low }
  })
