import type { Fact } from './events.ts'
import { entryOf, isAllKnown, recordOf, shown } from './known.ts'
import { isSeen } from './rules/sensing.ts'
import type { Ship, ThingKey } from './state.ts'
import { targetOf, taskId } from './task-id.ts'

/** What a fact changes, and where it must be seen to be known. */
interface Touch {
  readonly keys: readonly ThingKey[]
  /** Compartments, one of which is enough; null: whoever knows of the thing follows it from wherever they are. */
  readonly seenIn: readonly string[] | null
}

/** Something new of a thing that is in a place. */
const inPlace = (compartment: string, ...keys: readonly ThingKey[]): Touch => ({ keys, seenIn: [compartment] })

/** Something about a thing that is followed by whoever knows of it. */
const about = (...keys: readonly ThingKey[]): Touch => ({ keys, seenIn: null })

const RECORD_OF = { breach: 'breaches', fire: 'fires', leak: 'leaks', passage: 'passages', system: 'systems' } as const

/** Work is known unless it is on what nobody knows of, as a live drill's reports may have it. */
const workOn = (task: string): Touch | null => {
  const { kind, id } = targetOf(task)
  return kind in RECORD_OF ? about(`${RECORD_OF[kind as keyof typeof RECORD_OF]}/${id}`) : null
}

/** Whoever works on a system has it under their hands, hidden fault or not. [KNO5] */
const isWorkedOn = (ship: Ship, system: string): boolean =>
  Object.values(ship.crews).some(({ status, task }) => status === 'working' && task === taskId('system', system))

/** Null: everybody aboard knows of it. */
const touchOf = (ship: Ship, fact: Fact): Touch | null => {
  switch (fact.type) {
    case 'BreachOpened':
    case 'BreachWidened':
    case 'BreachSealed':
      return inPlace(fact.compartment, `breaches/${fact.breach}`)
    case 'FireStarted':
    case 'FireHeatChanged':
    case 'FireFlashedOver':
    case 'FireBurned':
      return inPlace(fact.compartment, `fires/${fact.compartment}`)
    case 'FireOut':
      return inPlace(fact.compartment, `fires/${fact.compartment}`, `scorched/${fact.compartment}`)
    case 'FireSuppressionStarted':
    case 'FireSuppressionStopped':
      return about(`fires/${fact.compartment}`)
    case 'LeakStarted':
    case 'LeakHarmed':
    case 'LeakStopped':
      return inPlace(fact.compartment, `leaks/${fact.system}`)
    case 'AirThinned':
    case 'AirRestored':
      return inPlace(fact.compartment, `air/${fact.compartment}`)
    case 'PeopleOvercome':
      return inPlace(fact.compartment)
    case 'PassageJammed':
      return { keys: [`passages/${fact.passage}`], seenIn: ship.plan.passages.get(fact.passage)?.between ?? [] }
    case 'SystemDamaged': {
      const place = ship.plan.systems.get(fact.system)?.compartment
      const hidden = fact.fault === true && !isWorkedOn(ship, fact.system)
      return { keys: [`systems/${fact.system}`], seenIn: hidden || !place ? [] : [place] }
    }
    case 'WorkPaced':
      return workOn(fact.task)
    case 'CasualtyReported': {
      if (fact.crew !== null || fact.told) return null // crews look after their own
      return inPlace(fact.compartment, `casualties/${fact.casualty}`, `people/${fact.compartment}`)
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
    case 'CasualtyDischarged':
      return about(`casualties/${fact.casualty}`)
    default:
      return null
  }
}

/** Begin a thing: they ask for nothing to be there before. */
const NEW: ReadonlySet<Fact['type']> = new Set(['BreachOpened', 'FireStarted', 'LeakStarted', 'CasualtyReported'])
/** Records whose entries are there by nature, damaged or not. */
const ALWAYS_THERE: ReadonlySet<string> = new Set(['air', 'people', 'passages', 'scorched'])

/** Whether a fact is about a thing that is there and that nobody aboard knows of. */
const isOfUnknown = (ship: Ship, fact: Fact, keys: readonly ThingKey[]): boolean => {
  if (NEW.has(fact.type) || fact.type === 'SystemDamaged') return false
  const aboard = shown(ship)
  return (
    aboard !== ship &&
    keys.some((key) => !ALWAYS_THERE.has(recordOf(key)) && entryOf(aboard, key) === null && entryOf(ship, key) !== null)
  )
}

const unseenReadings = (ship: Ship, compartments: readonly string[], at: number): readonly ThingKey[] | undefined => {
  const unseen = compartments.filter((id) => !isSeen(ship, id, at))
  return unseen.length === 0 ? undefined : unseen.map((id): ThingKey => `air/${id}`)
}

/** What a fact changes that nobody aboard gets to know of; undefined: all of it is known. [KNO1] [KNO2] */
const hiddenBy = (ship: Ship, fact: Fact, at: number): readonly ThingKey[] | undefined => {
  if (!ship.plan.file.sensors && isAllKnown(ship) && !('fault' in fact)) return undefined
  if (fact.type === 'AirFlowChanged')
    return unseenReadings(
      ship,
      fact.readings.map((one) => one.compartment),
      at,
    )
  const touch = touchOf(ship, fact)
  if (!touch) return undefined
  const unseen = touch.seenIn !== null && !touch.seenIn.some((id) => isSeen(ship, id, at))
  return unseen || isOfUnknown(ship, fact, touch.keys) ? touch.keys : undefined
}

type Revelation = Extract<Fact, { type: 'PlaceRevealed' }>

/** What is found out, as it is by now; null: all of it has come to be known in between. */
const asItIs = (ship: Ship, fact: Revelation): Revelation | null => {
  const unknown = fact.reveals.filter(({ key }) => key in ship.unknown)
  return unknown.length === 0
    ? null
    : { ...fact, reveals: unknown.map(({ key }) => ({ key, now: entryOf(ship, key) })) }
}

/** A fact as it goes on record: with what it hides, or with what it reveals; null: there is nothing to reveal any more. */
export const onRecord = (ship: Ship, fact: Fact, at: number): (Fact & { hides?: readonly ThingKey[] }) | null => {
  if (fact.type === 'PlaceRevealed') return asItIs(ship, fact)
  const hides = hiddenBy(ship, fact, at)
  return hides ? { ...fact, hides } : fact
}
