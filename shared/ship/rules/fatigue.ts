import type { Fact } from '../events.ts'
import { fatigueAt } from '../formula.ts'
import { type Due, type Law, NOTHING, on, soonestIn } from '../law.ts'
import { known } from '../records.ts'
import type { CrewState, Fatigue, Ship } from '../state.ts'
import type { Tiredness } from '../terms.ts'

/** Minutes on task from which a crew is tired, and worn out. */
const AMBER_MINUTES = 20
const RED_MINUTES = 40
/**
 * Minutes on task that a minute of rest takes away, so that 15 at work need 60 at rest. Invented, after the hose teams of
 * USS Bonhomme Richard, 2020: 15 minutes in, 15 at work, 15 out, then one to two hours of rest.
 */
const RESTED_A_MINUTE = 0.25

/** Minutes on task gained a minute: at work one, at rest at its station less than none, on the way or standing by none. [FAT1] */
const perMinuteOf = (ship: Ship, id: string, { status, compartment }: CrewState): number => {
  if (status === 'working') return 1
  const atRest = status === 'ready' && compartment === ship.plan.crews.get(id)?.station
  return atRest ? -RESTED_A_MINUTE : 0
}

/** Whoever is fresh from head to foot does not grow fresher, and nothing needs to be said. */
const fatigueFacts = (ship: Ship, id: string): readonly Fact[] => {
  const crew = known(ship.crews[id], id)
  const minutes = fatigueAt(crew.fatigue, ship.at)
  const perMinute = perMinuteOf(ship, id, crew)
  const stays = minutes === 0 && perMinute <= 0 && crew.fatigue.perMinute <= 0
  if (stays || perMinute === crew.fatigue.perMinute) return NOTHING
  return [{ type: 'CrewFatigueChanged', crew: id, minutes, perMinute }]
}

const reactions = () =>
  on(
    [
      ...(['CrewDispatched', 'CrewArrived', 'CrewStartedWork', 'CrewReleased'] as const),
      ...(['CrewReturning', 'CrewHalted', 'CrewReady'] as const),
    ],
    (ship, { crew }) => fatigueFacts(ship, crew),
  )

interface Change {
  readonly tired: Tiredness
  /** Minutes on task at which it comes. */
  readonly atMinutes: number
}

const WEARING: Readonly<Record<Tiredness, Change | null>> = {
  fresh: { tired: 'amber', atMinutes: AMBER_MINUTES },
  amber: { tired: 'red', atMinutes: RED_MINUTES },
  red: null,
}
const RECOVERING: Readonly<Record<Tiredness, Change | null>> = {
  fresh: null,
  amber: { tired: 'fresh', atMinutes: AMBER_MINUTES },
  red: { tired: 'amber', atMinutes: RED_MINUTES },
}

const nextChange = ({ fatigue, tired }: CrewState): Change | null => {
  if (fatigue.perMinute === 0) return null
  return fatigue.perMinute > 0 ? WEARING[tired] : RECOVERING[tired]
}

const reachedAt = ({ minutes, since, perMinute }: Fatigue, atMinutes: number): number =>
  since + Math.max(0, Math.ceil(((atMinutes - minutes) / perMinute) * 60_000))

const soonestChange = soonestIn((crew: CrewState) => {
  const change = nextChange(crew)
  return change && reachedAt(crew.fatigue, change.atMinutes)
})

const due = ({ crews }: Ship): Due | null => soonestChange(crews)

const fall = (ship: Ship, { id }: Due): readonly Fact[] => {
  const change = nextChange(known(ship.crews[id], id))
  return change ? [{ type: 'CrewTired', crew: id, tired: change.tired }] : NOTHING
}

/** [FAT1] [FAT2] Work wears a crew out; rest at its station restores it. One measure a crew: its members take turns. */
export const fatigue: Law = { due, fall, reactions }
