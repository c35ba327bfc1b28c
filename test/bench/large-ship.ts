import type { Plan } from '#shared/ship/plan.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { compartmentId } from '#shared/ship-file/sections.ts'
import { boxShip } from '../support/box-ship.ts'

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index))

const SECTION_M = 10
const DECK_M = 4
/** Of so many compartments one has a system, a source one in four of those; and so many to a crew. */
const TO_A_SYSTEM = 4
const TO_A_SOURCE = 16
const TO_A_CREW = 20
const TO_A_SICKBAY = 250

/** One for so many of the compartments, at least one, spread over all of them. */
const spread = <Item>(
  places: readonly string[],
  each: number,
  make: (place: string, index: number) => Item,
): Item[] => {
  const count = Math.max(1, Math.floor(places.length / each))
  return times(count, (index) => make(places[Math.floor((index * places.length) / count)] ?? '', index))
}

/** Every load leans on the source before it. */
const systemsOf = (places: readonly string[]): ShipFile['systems'] =>
  spread(places, TO_A_SYSTEM, (compartment, index) => {
    const source = index - (index % (TO_A_SOURCE / TO_A_SYSTEM))
    const given = index === source ? { suppliesMw: 12 } : {}
    const needs = index === source ? [] : [{ system: `s-${source}`, atLeastPercent: 35, orLimitedToPercent: 10 }]
    return {
      ...{ id: `s-${index}`, name: `System ${index}`, compartment, weight: 5, powerClass: 2, drawMw: 2 },
      ...{ repair: { personMinutes: 20, skill: 'hull' }, needs, ...given },
    }
  })

/** A box of about so many compartments, with all that may be hit in proportion; larger than a ship file may be. */
export const largeShip = (compartments: number): Plan => {
  const decks = Math.max(2, Math.round(Math.sqrt(compartments / 2.5)))
  const sections = Math.round(compartments / decks)
  const [lengthM, heightM] = [sections * SECTION_M, decks * DECK_M]
  const places = times(decks, (deck) => times(sections, (section) => compartmentId(deck + 1, section + 1))).flat()
  const crews = spread(places, TO_A_CREW, (station, index) => ({
    ...{ id: `c-${index}`, name: `Crew ${index}`, size: 4, skills: ['hull'], station },
  }))
  return planOf(
    boxShip({
      profile: {
        ...{ bow: 'right', deckPitchM: DECK_M, scaleY: 1, frames: times(sections + 1, (index) => index * SECTION_M) },
        hull: [
          [0, 0, 1],
          [lengthM, 0, 1],
          [lengthM, heightM, 1],
          [0, heightM, 1],
        ],
      },
      decks: times(decks, (index) => ({ id: index + 1, name: `Deck ${index + 1}`, breadthM: 10 })),
      movement: {
        ...{ secondsPerSection: 6, secondsPerDeck: 9 },
        ladderSections: times(Math.ceil(sections / 5), (index) => 5 * index + 1),
      },
      rooms: places.map((place) => ({ id: place, name: `Room ${place}`, compartments: [place], people: 1 })),
      complement: places.length + 4 * crews.length,
      forceFields: { drawMw: 1 },
      systems: systemsOf(places),
      atmosphere: { kpa: 100, refillKpaPerMinute: 30, system: 's-0' },
      capabilities: times(8, (index) => ({
        ...{ id: `p-${index}`, name: `Power ${index}`, weight: 5 },
        modes: [
          { id: 'full', name: 'Full', needs: [{ system: 's-0', atLeastPercent: 10 * index }] },
          { id: 'none', name: 'None', needs: [] },
        ],
      })),
      crews,
      sickbays: spread(places, TO_A_SICKBAY, (compartment, index) => ({
        ...{ id: `w-${index}`, name: `Ward ${index}`, compartment, beds: 8, surgeons: 2 },
      })),
    }),
  )
}
