import { polygonOf, type Vertex } from './outline.ts'
import type { ShipFile } from './schema.ts'

/** A compartment's place and size, before anyone is told who lives in it. */
export interface Cell {
  readonly id: string
  readonly deck: number
  readonly section: number
  readonly box: readonly [x: number, y: number, width: number, height: number]
  readonly volumeM3: number
}

/** Heights within a deck, as parts of its height, at which the hull is measured. */
const SCAN_HEIGHTS = [0.1, 0.3, 0.5, 0.7, 0.9]
/** Anything shorter is part of its neighbour, not a compartment. Invented. */
const SLIVER_M = 4
/** Share of a compartment's box that is air; the rest is walls, machinery and the hull's curve. Invented. */
const AIR_SHARE = 0.7

export const compartmentId = (deck: number, section: number): string =>
  `${String(deck).padStart(2, '0')}-${String(section).padStart(2, '0')}`

/** Where the outline crosses the height `y`. */
const crossings = (polygon: readonly Vertex[], y: number): readonly number[] =>
  polygon.flatMap((a, index) => {
    const b = polygon[(index + 1) % polygon.length] ?? a
    return a[1] <= y === b[1] <= y ? [] : [a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])]
  })

/** From the sternmost to the bowmost crossing on one deck. Limit: a gap between two parts of a deck counts as deck. */
const spanOf = (polygon: readonly Vertex[], topM: number, heightM: number): readonly [number, number] | null => {
  const xs = SCAN_HEIGHTS.flatMap((part) => crossings(polygon, topM + part * heightM))
  return xs.length === 0 ? null : [Math.min(...xs), Math.max(...xs)]
}

/** Pairs of neighbouring frames, numbered from the bow. */
const framePairs = (frames: readonly number[], bow: 'left' | 'right') => {
  const pairs = frames.slice(1).map((to, index) => ({ from: frames[index] ?? to, to }))
  return (bow === 'right' ? pairs.reverse() : pairs).map((pair, index) => ({ ...pair, section: index + 1 }))
}

const breadthOf = ({ id, breadthM }: ShipFile['decks'][number]): number => {
  if (breadthM === undefined) throw new RangeError(`deck ${id} has no breadth: read the file with readShipFile first`)
  return breadthM
}

/**
 * Compartments from the drawing: each deck's span of hull, cut at the frames. The first deck's top is y = 0.
 * Volume in m³ = length × deck pitch × breadth × the share that is air.
 */
const cellsFromProfile = ({ profile, decks }: ShipFile): readonly Cell[] => {
  const polygon = polygonOf(profile.hull)
  const sections = framePairs(profile.frames ?? [], profile.bow)
  const heightM = profile.deckPitchM
  return decks.flatMap((deck, index) => {
    const topM = index * heightM
    const span = spanOf(polygon, topM, heightM)
    if (span === null) return []
    return sections.flatMap(({ from, to, section }) => {
      const left = Math.max(from, span[0])
      const lengthM = Math.min(to, span[1]) - left
      if (lengthM < SLIVER_M) return []
      return {
        id: compartmentId(deck.id, section),
        deck: deck.id,
        section,
        box: [left, topM, lengthM, heightM] as const,
        volumeM3: lengthM * heightM * breadthOf(deck) * AIR_SHARE,
      }
    })
  })
}

/** Compartments as the file lists them. */
const cellsAsListed = (listed: NonNullable<ShipFile['compartments']>): readonly Cell[] =>
  listed.map(({ id, box, volumeM3 }) => ({
    id,
    deck: Number(id.slice(0, 2)),
    section: Number(id.slice(3)),
    box,
    volumeM3,
  }))

export const cellsOf = (file: ShipFile): readonly Cell[] =>
  file.compartments === undefined ? cellsFromProfile(file) : cellsAsListed(file.compartments)
