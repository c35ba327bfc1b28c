import type { RecordedEvent } from '../ship/events.ts'
import type { Plan } from '../ship/plan.ts'
import type { Ship } from '../ship/state.ts'
import { isBounded, placesTouched } from './danger.ts'
import type { Course } from './hazard-course.ts'
import type { HazardRoll } from './hazard-roll.ts'

/** [REV9] When the boundaries around a hazard first held. Looked at once all events of an instant have happened. */
export interface Bounding {
  take(event: RecordedEvent): void
  /** Something began there, whatever the event. */
  touch(compartment: string): void
  look(ship: Ship, atMs: number): void
}

const isUnbounded = ({ boundedAt, kind }: Course): boolean =>
  boundedAt === null && kind !== 'passage' && kind !== 'system'

export const bounding = (plan: Plan, roll: HazardRoll): Bounding => {
  /** The compartments to look at: where something has changed, and next to it. */
  const places = new Set<string>()
  const touch = (compartment: string): void => {
    places.add(compartment)
    for (const { between } of plan.passagesOf.get(compartment) ?? []) for (const side of between) places.add(side)
  }
  return {
    touch,
    take: (event) => {
      for (const compartment of placesTouched(plan, event)) touch(compartment)
    },
    look: (ship, atMs) => {
      if (places.size === 0) return
      for (const compartment of places) {
        const unbounded = [...roll.in(compartment)].filter(isUnbounded)
        if (unbounded.length > 0 && isBounded(ship, compartment))
          for (const course of unbounded) course.boundedAt = atMs
      }
      places.clear()
    },
  }
}
