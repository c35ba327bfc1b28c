import type { Passage } from '../ship/plan.ts'
import type { ShipFile } from './schema.ts'
import { type Cell, compartmentId } from './sections.ts'

export const passageId = (a: string, b: string): string => (a < b ? `${a}/${b}` : `${b}/${a}`)

const passage = (a: string, b: string, kind: Passage['kind'], seconds: number): Passage => ({
  id: passageId(a, b),
  between: a < b ? [a, b] : [b, a],
  kind,
  seconds,
  state: 'closed',
})

/** Doors through every bulkhead, and a ladder to the next deck wherever the ship has a ladder section. */
const derivedPassages = (file: ShipFile, cells: readonly Cell[]): readonly Passage[] => {
  const { movement, decks } = file
  if (movement === undefined) return []
  const exists = new Set(cells.map(({ id }) => id))
  const below = new Map(decks.map(({ id }, index) => [id, decks[index + 1]?.id]))
  return cells.flatMap(({ id, deck, section }) => {
    const abaft = compartmentId(deck, section + 1)
    const deckBelow = below.get(deck)
    const under = deckBelow === undefined ? '' : compartmentId(deckBelow, section)
    return [
      ...(exists.has(abaft) ? [passage(id, abaft, 'door', movement.secondsPerSection)] : []),
      ...(movement.ladderSections.includes(section) && exists.has(under)
        ? [passage(id, under, 'ladder', movement.secondsPerDeck)]
        : []),
    ]
  })
}

const listedPassages = (file: ShipFile): readonly Passage[] =>
  (file.passages ?? []).map(({ between: [a, b], kind, seconds, state }) => ({
    ...passage(a, b, kind, seconds),
    state: state ?? 'closed',
  }))

/** All passages by id. One the file lists takes the place of the one that would be there anyway. */
export const passagesOf = (file: ShipFile, cells: readonly Cell[]): ReadonlyMap<string, Passage> =>
  new Map([...derivedPassages(file, cells), ...listedPassages(file)].map((one) => [one.id, one]))
