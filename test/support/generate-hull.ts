import type { Dice } from '#shared/dice.ts'
import { compartmentId } from '#shared/ship-file/sections.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'

type Geometry = Pick<ShipFile, 'profile' | 'decks' | 'compartments' | 'movement' | 'passages'>
type Point = ShipFile['profile']['hull'][number]
type Passages = NonNullable<ShipFile['passages']>

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index))

/** One height after the other down the starboard of the page and up again: never narrower than its middle third. */
const randomOutline = (dice: Dice, lengthM: number, heightM: number, levels: number): Point[] => {
  const point = (x: number, level: number): Point => {
    const y = (heightM * level) / levels
    return dice.chance(0.4) ? [x, y, 1] : [x, y]
  }
  const right = times(levels + 1, (level) => point(dice.between(0.65, 1) * lengthM, level))
  const left = times(levels + 1, (level) => point(dice.between(0, 0.35) * lengthM, level))
  return [...right, ...left.reverse()]
}

/** A ship whose compartments follow from her drawing. Her middle section is on every deck, and has a ladder. */
export const drawnHull = (dice: Dice, deckCount: number): Geometry => {
  const lengthM = dice.between(60, 400)
  const deckPitchM = dice.between(2.4, 5)
  const heightM = deckPitchM * deckCount
  const sections = dice.whole(1, Math.min(12, Math.floor(lengthM / 8)))
  const bow = dice.pick(['left', 'right'] as const)
  const middle = Math.floor(sections / 2)
  const ladders = new Set([bow === 'left' ? middle + 1 : sections - middle, dice.whole(1, sections)])
  return {
    profile: {
      bow,
      deckPitchM,
      scaleY: dice.between(1, 2),
      hull: randomOutline(dice, lengthM, heightM, dice.whole(1, 12)),
      frames: times(sections + 1, (index) => (lengthM * index) / sections),
    },
    decks: times(deckCount, (index) => ({ id: index + 1, name: `Level ${index + 1}`, breadthM: dice.between(3, 120) })),
    movement: {
      secondsPerSection: dice.whole(2, 12),
      secondsPerDeck: dice.whole(3, 15),
      ladderSections: [...ladders].sort((a, b) => a - b),
    },
  }
}

const randomState = (dice: Dice): NonNullable<Passages[number]['state']> =>
  dice.chance(0.1) ? 'open' : dice.chance(0.05) ? 'sealed' : 'closed'

/** A ship with compartments listed by hand: decks of unequal length, joined at their first section. */
export const listedHull = (dice: Dice, deckCount: number): Geometry => {
  const lengths = times(deckCount, () => dice.whole(1, 8))
  const cells = lengths.flatMap((length, deck) =>
    times(length, (section) => ({ deck: deck + 1, section: section + 1 })),
  )
  const doors = cells
    .filter(({ section }) => section > 1)
    .map(({ deck, section }) => ({
      between: [compartmentId(deck, section), compartmentId(deck, section - 1)] as [string, string],
      kind: 'door' as const,
      seconds: dice.whole(2, 9),
      state: randomState(dice),
    }))
  const ladders = times(deckCount - 1, (index) => ({
    between: [compartmentId(index + 1, 1), compartmentId(index + 2, 1)] as [string, string],
    kind: dice.pick(['ladder', 'lift'] as const),
    seconds: dice.whole(4, 20),
  }))
  const heightM = 3 * deckCount
  return {
    profile: {
      bow: 'left',
      deckPitchM: 3,
      scaleY: 1,
      hull: [
        [0, 0, 1],
        [90, 0, 1],
        [80, heightM, 1],
        [5, heightM, 1],
      ],
    },
    decks: times(deckCount, (index) => ({ id: index + 1, name: `Level ${index + 1}` })),
    compartments: cells.map(({ deck, section }) => ({
      id: compartmentId(deck, section),
      ...(dice.chance(0.7) && { name: `Space ${deck}.${section}` }),
      ...(dice.chance(0.5) && { code: `${deck}-${section * 10}-0-L` }),
      volumeM3: dice.between(10, 2000),
      box: [(section - 1) * 10, (deck - 1) * 3, 10, 3] as [number, number, number, number],
    })),
    passages: [...doors, ...ladders],
  }
}
