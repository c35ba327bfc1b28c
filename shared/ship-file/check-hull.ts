import { type FileProblem, pathOf } from '../schema/problems.ts'
import { foundWords } from '../schema/words.ts'
import { passageId, passagesOf } from './passages.ts'
import type { ShipFile } from './schema.ts'
import type { Cell } from './sections.ts'

/** What the compartments need before they can be derived at all. */
export const missingForDerivation = ({ compartments, profile, decks, movement }: ShipFile): readonly FileProblem[] => {
  if (compartments !== undefined) return []
  const wants = (path: string, expected: string): FileProblem => ({ path, expected, found: 'nothing' })
  return [
    ...(profile.frames === undefined
      ? [wants('$.profile.frames', 'frames to derive compartments from, or a list at $.compartments')]
      : []),
    ...(movement === undefined ? [wants('$.movement', 'how fast people move, for the passages that are derived')] : []),
    ...decks.flatMap(({ breadthM }, index) =>
      breadthM === undefined ? [wants(pathOf('decks', index, 'breadthM'), 'a breadth in metres, for the volumes')] : [],
    ),
  ]
}

export const unorderedFrames = ({ profile }: ShipFile): readonly FileProblem[] => {
  const frames = profile.frames ?? []
  return frames.flatMap((x, index) => {
    const before = frames[index - 1]
    if (before === undefined || x > before) return []
    return {
      path: pathOf('profile', 'frames', index),
      expected: `more than ${before}: ascending`,
      found: foundWords(x),
    }
  })
}

/** Each deck has compartments, and each compartment a deck. */
export const emptyDecks = ({ decks, compartments }: ShipFile, cells: readonly Cell[]): readonly FileProblem[] => {
  const inhabited = new Set(cells.map(({ deck }) => deck))
  const listed = new Set(decks.map(({ id }) => id))
  const expected = compartments === undefined ? 'a deck within the hull that is drawn' : 'a deck with compartments'
  return [
    ...decks.flatMap(({ id }, index) =>
      inhabited.has(id) ? [] : { path: pathOf('decks', index), expected, found: 'no compartment on it' },
    ),
    ...(compartments ?? []).flatMap(({ id }, index) =>
      listed.has(Number(id.slice(0, 2)))
        ? []
        : {
            path: pathOf('compartments', index, 'id'),
            expected: 'a deck of $.decks before the hyphen',
            found: foundWords(id),
          },
    ),
  ]
}

export const oddPassages = ({ passages = [] }: ShipFile): readonly FileProblem[] => {
  const first = new Map<string, number>()
  return passages.flatMap(({ between: [a, b] }, index) => {
    const path = pathOf('passages', index, 'between')
    if (a === b) return { path, expected: 'two different compartments', found: foundWords([a, b]) }
    const before = first.get(passageId(a, b))
    if (before === undefined) {
      first.set(passageId(a, b), index)
      return []
    }
    return { path, expected: `another pair than $.passages[${before}]`, found: foundWords([a, b]) }
  })
}

/** Compartments nobody can walk to from the first crew's station. */
export const cutOff = (file: ShipFile, cells: readonly Cell[]): readonly FileProblem[] => {
  const links = new Map<string, string[]>(cells.map(({ id }) => [id, []]))
  for (const { between } of passagesOf(file, cells).values()) {
    const [a, b] = between
    links.get(a)?.push(b)
    links.get(b)?.push(a)
  }
  const start = file.crews[0]?.station
  const reached = new Set(start === undefined ? [] : [start])
  for (const here of reached) for (const there of links.get(here) ?? []) reached.add(there)
  const lost = cells
    .map(({ id }) => id)
    .filter((id) => !reached.has(id))
    .sort()
  if (lost.length === 0) return []
  const expected = `a way from ${String(start)} to every compartment`
  return [
    { path: '$.passages', expected, found: `none to ${lost.slice(0, 10).join(', ')}${lost.length > 10 ? ' …' : ''}` },
  ]
}
