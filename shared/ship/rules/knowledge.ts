import type { Fact, ShipEvent } from '../events.ts'
import { entryOf, idOf, isAllKnown, recordOf, unknownKeys } from '../known.ts'
import { type Due, earlier, type Law, NOTHING } from '../law.ts'
import { peopleIn } from '../people.ts'
import { known } from '../records.ts'
import type { Breach, Casualty, Ship, Stop, ThingKey } from '../state.ts'
import { targetOf } from '../task-id.ts'
import type { Discovery } from '../terms.ts'
import { isCrewIn, sensorsReach } from './sensing.ts'

/** The compartments in which something unknown can be found. */
export const placesOf = (ship: Ship, key: ThingKey): readonly string[] => {
  const id = idOf(key)
  switch (recordOf(key)) {
    case 'breaches':
    case 'casualties': {
      const there = (entryOf(ship, key) ?? ship.unknown[key]?.shown) as Breach | Casualty
      return [there.compartment]
    }
    case 'leaks':
    case 'systems':
      return [known(ship.plan.systems.get(id), id).compartment]
    case 'passages':
      return known(ship.plan.passages.get(id), id).between
    case 'fires':
    case 'scorched':
    case 'air':
    case 'people':
      return [id]
  }
}

/** What looking round in a compartment finds: all that is unknown there but hidden faults. [KNO3] */
export const toSeeIn = (ship: Ship, compartment: string): readonly ThingKey[] =>
  unknownKeys(ship).filter((key) => !ship.unknown[key]?.fault && placesOf(ship, key).includes(compartment))

export const revealed = (ship: Ship, compartment: string, keys: readonly ThingKey[], how: Discovery): Fact => ({
  type: 'PlaceRevealed',
  compartment,
  how,
  reveals: keys.map((key) => ({ key, now: entryOf(ship, key) })),
})

/** Compartments in which there is something to see. */
const placesToSee = (ship: Ship): ReadonlySet<string> => {
  const places = new Set<string>()
  for (const key of unknownKeys(ship)) {
    if (!ship.unknown[key]?.fault) for (const place of placesOf(ship, key)) places.add(place)
  }
  return places
}

/** [KNO3] [KNO4] Whatever is in sight of a sensor or of a crew does not stay unknown. */
const inSight = (ship: Ship): readonly Fact[] => {
  const facts: Fact[] = []
  const isSensed = sensorsReach(ship, ship.at)
  for (const place of placesToSee(ship)) {
    const how = isSensed(place) ? 'sensors' : isCrewIn(ship, place) ? 'crew' : null
    if (how) facts.push(revealed(ship, place, toSeeIn(ship, place), how))
  }
  return facts
}

const ifUnknown = (ship: Ship, compartment: string, key: ThingKey, how: Discovery): readonly Fact[] =>
  key in ship.unknown ? [revealed(ship, compartment, [key], how)] : NOTHING

/** Who starts work on a system finds its fault; who finds no way tells which passage it is. [KNO5] */
const comeUpon = (ship: Ship, event: ShipEvent): readonly Fact[] => {
  switch (event.type) {
    case 'CrewStartedWork': {
      const { kind, id } = targetOf(event.task)
      return kind === 'system'
        ? ifUnknown(ship, known(ship.crews[event.crew], event.crew).compartment, `systems/${id}`, 'crew')
        : NOTHING
    }
    case 'CrewHalted':
      return ifUnknown(ship, event.compartment, `passages/${event.obstacle}`, 'crew')
    case 'PeopleTrapped':
      return ifUnknown(ship, event.compartment, `passages/${event.obstacle}`, 'people')
    default:
      return NOTHING
  }
}

const react = (ship: Ship, event: ShipEvent): readonly Fact[] =>
  isAllKnown(ship) ? NOTHING : [...comeUpon(ship, event), ...inSight(ship)]

/** [KNO4] When whoever is well in a compartment will have noticed what is amiss there, and told. */
const noticedDue = (ship: Ship): Due | null => {
  const { sensors } = ship.plan.file
  if (!sensors) return null
  let soonest: Due | null = null
  for (const key of unknownKeys(ship)) {
    const { since, fault } = known(ship.unknown[key], key)
    if (fault) continue
    const at = since + sensors.noticeSeconds * 1000
    for (const id of placesOf(ship, key)) if (peopleIn(ship, id) > 0) soonest = earlier(soonest, { at, id })
  }
  return soonest
}

/** Ways of crews, and of bearers, who walk by themselves. */
const waysOf = (ship: Ship): readonly (readonly Stop[])[] => [
  ...(ship.runMode === 'simulated' ? Object.values(ship.crews).map(({ route }) => route) : []),
  ...Object.values(ship.casualties).flatMap(({ transport }) =>
    transport?.by === 'carry' && transport.crew === null ? [transport.route] : [],
  ),
]

const passageBetween = (a: string, b: string): string => (a < b ? `${a}/${b}` : `${b}/${a}`)

/** [KNO5] When somebody on their way comes to a passage that is not as they think. */
const metDue = (ship: Ship): Due | null => {
  let soonest: Due | null = null
  if (!unknownKeys(ship).some((key) => recordOf(key) === 'passages')) return null
  for (const way of waysOf(ship)) {
    for (const [i, stop] of way.entries()) {
      const next = way[i + 1]
      const id = next && passageBetween(stop.compartment, next.compartment)
      const unknown = id === undefined ? undefined : ship.unknown[`passages/${id}`]
      if (id !== undefined && unknown && stop.at >= unknown.since) soonest = earlier(soonest, { at: stop.at, id })
    }
  }
  return soonest
}

const due = (ship: Ship): Due | null => (isAllKnown(ship) ? null : earlier(noticedDue(ship), metDue(ship)))

const fall = (ship: Ship, { id }: Due): readonly Fact[] => {
  const passage = ship.plan.passages.get(id)
  if (passage) return [revealed(ship, passage.between[0], [`passages/${id}`], 'crew')]
  return [revealed(ship, id, toSeeIn(ship, id), 'people')]
}

/** [KNO1]–[KNO5] How what nobody knows of comes to be known. */
export const knowledge: Law = { due, fall, react }
