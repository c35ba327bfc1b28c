import type { Fact } from '../events.ts'
import { flashoverKw, heatAt, heatReachedAt } from '../fire-heat.ts'
import { type Due, type Law, NOTHING, on, type Reactions, soonestOf } from '../law.ts'
import type { Compartment } from '../plan.ts'
import { known, remembered } from '../records.ts'
import type { Fire, Ship } from '../state.ts'
import { targetOf, taskId } from '../task-id.ts'
import { diesAt, smothered, smotheredFacts } from './fire-air.ts'
import { burnsAt, harmFacts } from './fire-harm.ts'
import { spreadFacts, spreadsAt } from './fire-spread.ts'
import { suppressionEnds } from './fire-suppression.ts'

const flashoverIn = remembered(({ volumeM3 }: Compartment) => flashoverKw(volumeM3))

const flashoverOf = (ship: Ship, { compartment }: Fire): number =>
  flashoverIn(known(ship.plan.compartments.get(compartment), compartment))

/** What may become of a fire by itself: when, and what it comes to. Of two at the same instant the first in the list. */
const FATES: readonly {
  readonly at: (ship: Ship, fire: Fire) => number | null
  readonly facts: (ship: Ship, fire: Fire) => readonly Fact[]
}[] = [
  { at: diesAt, facts: (_ship, fire) => smothered(fire) },
  {
    at: (ship, fire) => heatReachedAt(fire.heat, fire.growth, flashoverOf(ship, fire)),
    facts: (ship, fire) => [{ type: 'FireFlashedOver', compartment: fire.compartment, kw: flashoverOf(ship, fire) }],
  },
  { at: spreadsAt, facts: spreadFacts },
  { at: burnsAt, facts: harmFacts },
]

const dueOf = (ship: Ship, fire: Fire): Due | null =>
  soonestOf(FATES, (fate) => {
    const at = fate.at(ship, fire)
    return at === null ? null : { at, id: fire.compartment }
  })

const fall = (ship: Ship, { at, id }: Due): readonly Fact[] => {
  const fire = known(ship.fires[id], id)
  const fate = FATES.find((one) => (one.at(ship, fire) ?? Infinity) <= at)
  return fate?.facts(ship, fire) ?? NOTHING
}

/** [FIR4] Whether anybody, or fixed extinguishing, is at it. */
const isFought = (ship: Ship, { compartment, suppressed }: Fire): boolean =>
  suppressed ||
  Object.values(ship.crews).some(({ status, task }) => status === 'working' && task === taskId('fire', compartment))

/** A fire that is fought stays as it is; one that nobody fights any more grows on, until flashover. */
const growthFacts = (ship: Ship, compartment: string): readonly Fact[] => {
  const fire = ship.fires[compartment]
  if (!fire || fire.flashedOverAt !== null) return NOTHING
  const growing = !isFought(ship, fire)
  if (growing === fire.heat.growing) return NOTHING
  return [{ type: 'FireHeatChanged', compartment, kw: heatAt(fire.heat, fire.growth, ship.at), growing }]
}

const reactions = (): Reactions => ({
  ...on(['FireStarted', 'AirFlowChanged'], smotheredFacts),
  ...on(['CrewStartedWork', 'CrewReleased'], (ship, { task }) => {
    const { kind, id } = targetOf(task)
    return kind === 'fire' ? growthFacts(ship, id) : NOTHING
  }),
  ...on(['FireSuppressionStarted', 'FireSuppressionStopped'], (ship, { compartment }) =>
    growthFacts(ship, compartment),
  ),
  ...on(['SystemDamaged', 'SystemShutDown', 'SystemShed'], suppressionEnds),
})

/** [FIR1]–[FIR10] A fire grows, flashes over, spreads and does harm until it is fought or has no air. */
export const fire: Law = {
  due: (ship) => soonestOf(Object.values(ship.fires), (one) => dueOf(ship, one)),
  fall,
  reactions,
}
