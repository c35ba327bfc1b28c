import { shown } from './known.ts'
import { isSeen } from './rules/sensing.ts'
import type { Fact } from './events.ts'
import { known } from './records.ts'
import type { Ship, ThingKey } from './state.ts'
import { targetOf } from './task-id.ts'
import { modeAt } from './rules/systems.ts'

/** What a fact changes, and where it would have to be seen; `null`: it is known in any case. */
interface Touch {
  readonly keys: readonly ThingKey[]
  /** Where new damage must be seen to be known; empty: it is known unless what it changes is unknown already. */
  readonly places: readonly string[]
}

const TASK_RECORD = {
  breach: 'breaches',
  fire: 'fires',
  leak: 'leaks',
  passage: 'passages',
  system: 'systems',
  casualty: 'casualties',
} as const

const taskKeys = (task: string): readonly ThingKey[] => {
  const { kind, id } = targetOf(task)
  return kind in TASK_RECORD ? [`${TASK_RECORD[kind as keyof typeof TASK_RECORD]}/${id}`] : []
}

const placeOfCasualty = (ship: Ship, casualty: string): string => known(ship.casualties[casualty], casualty).compartment

const touchOf = (ship: Ship, fact: Fact): Touch | null => {
  switch (fact.type) {
    case 'BreachOpened':
    case 'BreachWidened':
      return { keys: [`breaches/${fact.breach}`], places: [fact.compartment] }
    case 'BreachSealed':
      return { keys: [`breaches/${fact.breach}`], places: [] }
    case 'FireStarted':
    case 'FireFlashedOver':
      return { keys: [`fires/${fact.compartment}`], places: [fact.compartment] }
    case 'FireHeatChanged':
    case 'FireBurned':
    case 'FireSuppressionStarted':
    case 'FireSuppressionStopped':
      return { keys: [`fires/${fact.compartment}`], places: [] }
    case 'FireOut':
      return { keys: [`fires/${fact.compartment}`, `scorched/${fact.compartment}`], places: [] }
    case 'LeakStarted':
      return { keys: [`leaks/${fact.system}`], places: [fact.compartment] }
    case 'LeakHarmed':
    case 'LeakStopped':
      return { keys: [`leaks/${fact.system}`], places: [] }
    case 'AirThinned':
    case 'AirRestored':
      return { keys: [`air/${fact.compartment}`], places: [fact.compartment] }
    case 'PeopleOvercome':
      return { keys: [`people/${fact.compartment}`], places: [fact.compartment] }
    case 'PeopleMoved':
      return { keys: [`people/${fact.from}`, `people/${fact.to}`], places: [] }
    case 'PassageJammed':
      return { keys: [`passages/${fact.passage}`], places: ship.plan.passages.get(fact.passage)?.between ?? [] }
    case 'PassageFreed':
    case 'PassageSealed':
    case 'PassageOpened':
      return { keys: [`passages/${fact.passage}`], places: [] }
    case 'SystemDamaged':
      return {
        keys: [`systems/${fact.system}`],
        places: [ship.plan.systems.get(fact.system)?.compartment ?? ''],
      }
    case 'SystemHealthReached':
    case 'SystemShutDown':
    case 'SystemShed':
    case 'SystemStarted':
      return { keys: [`systems/${fact.system}`], places: [] }
    case 'WorkPaced':
      return { keys: taskKeys(fact.task), places: [] }
    case 'CasualtyReported':
      return fact.crew === null
        ? {
            keys: [`casualties/${fact.casualty}`, `people/${fact.compartment}`],
            places: fact.told ? [] : [fact.compartment],
          }
        : null
    case 'CasualtyDischarged': {
      const place = placeOfCasualty(ship, fact.casualty)
      return { keys: [`casualties/${fact.casualty}`, `people/${place}`], places: [] }
    }
    case 'CasualtyTriaged':
    case 'CasualtyWorsened':
    case 'CasualtyMoved':
    case 'CasualtySetDown':
    case 'CasualtyBedded':
    case 'TreatmentBegun':
    case 'CasualtyTreated':
    case 'CasualtyStabilised':
    case 'CasualtyDied':
      return { keys: [`casualties/${fact.casualty}`], places: [] }
    default:
      return null
  }
}

/** A capability is known to have changed when what is known of the systems says so. */
const hiddenMode = (ship: Ship, id: string, to: string): readonly ThingKey[] | undefined => {
  const capability = known(ship.plan.capabilities.get(id), id)
  const aboard = shown(ship)
  return aboard !== ship && modeAt(aboard, capability, ship.at).id !== to ? [`modes/${id}`] : undefined
}

/** Readings that nobody sees; the others of the same event are known. */
const hiddenAir = (ship: Ship, compartments: readonly string[]): readonly ThingKey[] | undefined => {
  const hidden = compartments.filter((id) => `air/${id}` in ship.unknown || !isSeen(ship, id))
  return hidden.length === 0 ? undefined : hidden.map((id): ThingKey => `air/${id}`)
}

/** What a fact changes that nobody aboard knows of: what is unknown already, and new damage that nothing sees. */
export const hiddenBy = (ship: Ship, fact: Fact): readonly ThingKey[] | undefined => {
  if (!ship.plan.file.sensors && Object.keys(ship.unknown).length === 0 && !('fault' in fact)) return undefined
  if (fact.type === 'CapabilityChanged') return hiddenMode(ship, fact.capability, fact.to)
  if (fact.type === 'AirFlowChanged')
    return hiddenAir(
      ship,
      fact.readings.map(({ compartment }) => compartment),
    )
  const touch = touchOf(ship, fact)
  if (!touch) return undefined
  const unknown = touch.keys.some((key) => key in ship.unknown)
  const unseen = touch.places.length > 0 && !touch.places.some((id) => isSeen(ship, id))
  const fault = fact.type === 'SystemDamaged' && fact.fault === true
  return unknown || unseen || fault ? touch.keys : undefined
}
