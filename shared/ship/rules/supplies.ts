import type { EventOf, Fact } from '../events.ts'
import { healthAt, supplyAt } from '../formula.ts'
import { type Due, type Law, NOTHING, on, type Reactions, soonestOf } from '../law.ts'
import { known } from '../records.ts'
import type { ShipFile } from '../../ship-file/schema.ts'
import type { Ship } from '../state.ts'

type PlannedSupply = NonNullable<ShipFile['supplies']>[number]

const plannedIn = ({ plan }: Ship): readonly PlannedSupply[] => plan.file.supplies ?? []

/** Whether there is none left of something that the ship file says is used for it. [SUP2] */
export const isOut = (ship: Ship, use: 'plating' | 'parts'): boolean =>
  plannedIn(ship).some((one) => one.use.for === use && supplyAt(ship, one.id, ship.at) <= 0)

const fuelsOf = (ship: Ship) =>
  plannedIn(ship).flatMap(({ id, name, use }) => (use.for === 'fuel' ? [{ id, name, ...use }] : []))

/** The name of a fuel that a system needs and that has run out; null: none has. [SUP3] */
export const fuelMissing = (ship: Ship, system: string): string | null =>
  fuelsOf(ship).find((fuel) => fuel.system === system && supplyAt(ship, fuel.id, ship.at) <= 0)?.name ?? null

/** [SUP1] What is not there is done without. */
const taken = (ship: Ship, { id }: PlannedSupply, amount: number): Fact => ({
  type: 'SupplyChanged',
  supply: id,
  amount: Math.max(0, supplyAt(ship, id, ship.at) - amount),
  perS: 0,
})

/** How much of each supply an event takes. */
const usedBy = (
  ship: Ship,
  event: EventOf<'BreachSealed' | 'SystemHealthReached' | 'TreatmentBegun'>,
): readonly Fact[] =>
  plannedIn(ship).flatMap((supply): readonly Fact[] => {
    if (supplyAt(ship, supply.id, ship.at) <= 0) return NOTHING
    const { use } = supply
    if (use.for === 'plating' && event.type === 'BreachSealed')
      return [taken(ship, supply, use.perM2 * (event.areaM2 ?? 0))]
    if (use.for === 'parts' && event.type === 'SystemHealthReached' && event.percent >= 100)
      return [taken(ship, supply, use.perSystem)]
    if (use.for === 'treatment' && event.type === 'TreatmentBegun') return [taken(ship, supply, use.perCasualty)]
    return NOTHING
  })

const isRunning = (ship: Ship, system: string): boolean =>
  ship.systems[system]?.running !== false && healthAt(ship, system, ship.at) > 0

/** [SUP3] A fuel goes at the same rate while its system runs, whatever that gives. */
const fuelFacts = (ship: Ship): readonly Fact[] =>
  fuelsOf(ship).flatMap(({ id, system, perHour }): readonly Fact[] => {
    const runs = isRunning(ship, system)
    const amount = supplyAt(ship, id, ship.at)
    if (runs && amount <= 0) return [{ type: 'SystemShutDown', system }]
    const perS = runs ? -perHour / 3600 : 0
    return perS === (ship.supplies[id]?.perS ?? 0) ? NOTHING : [{ type: 'SupplyChanged', supply: id, amount, perS }]
  })

const reactions = (): Reactions => ({
  ...on(['ShipCommissioned', 'ShipRestored', 'ScenarioStarted'], fuelFacts),
  ...on(['SystemDamaged', 'SystemShutDown', 'SystemShed', 'SystemStarted'], fuelFacts),
  SystemHealthReached: (ship, event) => [...usedBy(ship, event), ...fuelFacts(ship)],
  ...on(['BreachSealed', 'TreatmentBegun'], usedBy),
})

/** The next level worth telling on the way down: where the alarm stands, or nothing left. */
const nextLevel = ({ low }: PlannedSupply, amount: number): number => (amount > low ? low : 0)

const levelDue = (ship: Ship, planned: PlannedSupply): Due | null => {
  const supply = ship.supplies[planned.id]
  if (!supply || supply.perS >= 0) return null
  const fall = supply.amount - nextLevel(planned, supply.amount)
  return { at: supply.since + Math.ceil((fall / -supply.perS) * 1000), id: planned.id }
}

const fall = (ship: Ship, { id }: Due): readonly Fact[] => {
  const planned = known(
    plannedIn(ship).find((one) => one.id === id),
    id,
  )
  const { amount, perS } = known(ship.supplies[id], id)
  const left = nextLevel(planned, amount)
  if (left > 0 || planned.use.for !== 'fuel') return [{ type: 'SupplyChanged', supply: id, amount: left, perS }]
  return [
    { type: 'SupplyChanged', supply: id, amount: 0, perS: 0 },
    { type: 'SystemShutDown', system: planned.use.system },
  ]
}

/** [SUP1]–[SUP3] What is used up: plating, parts and medicines as work is done, fuel while its system runs. */
export const supplies: Law = {
  due: (ship) => soonestOf(plannedIn(ship), (planned) => levelDue(ship, planned)),
  fall,
  reactions,
}
