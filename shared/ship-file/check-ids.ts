import { type FileProblem, pathOf } from '../schema/problems.ts'
import { foundWords } from '../schema/words.ts'
import type { ShipFile } from './schema.ts'

/** A place in the file that names something, and what it names. */
export interface Mention {
  readonly path: string
  readonly id: string | number
}

export const repeated = (mentions: readonly Mention[], what: string): readonly FileProblem[] => {
  const first = new Map<string | number, string>()
  return mentions.flatMap(({ path, id }) => {
    const before = first.get(id)
    if (before === undefined) {
      first.set(id, path)
      return []
    }
    return { path, expected: `${what} of its own, not that of ${before}`, found: foundWords(id) }
  })
}

export const idsOf = (
  list: readonly { readonly id: string | number }[],
  ...steps: (string | number)[]
): readonly Mention[] => list.map(({ id }, index) => ({ path: pathOf(...steps, index, 'id'), id }))

export const duplicateIds = (file: ShipFile): readonly FileProblem[] => [
  ...repeated(idsOf(file.decks, 'decks'), 'a deck number'),
  ...repeated(idsOf(file.compartments ?? [], 'compartments'), 'an id'),
  ...repeated(idsOf(file.profile.outboard ?? [], 'profile', 'outboard'), 'an id'),
  ...repeated(idsOf(file.rooms, 'rooms'), 'an id'),
  ...file.rooms.flatMap(({ compartments }, index) =>
    repeated(
      compartments.map((id, place) => ({ path: pathOf('rooms', index, 'compartments', place), id })),
      'a compartment',
    ),
  ),
  ...repeated(idsOf(file.systems, 'systems'), 'an id'),
  ...repeated(idsOf(file.capabilities, 'capabilities'), 'an id'),
  ...file.capabilities.flatMap(({ modes }, index) => repeated(idsOf(modes, 'capabilities', index, 'modes'), 'an id')),
  ...repeated(idsOf(file.crews, 'crews'), 'an id'),
  ...repeated(idsOf(file.sickbays, 'sickbays'), 'an id'),
]

export const compartmentMentions = ({
  rooms,
  systems,
  crews,
  sickbays,
  passages = [],
}: ShipFile): readonly Mention[] => [
  ...rooms.flatMap(({ compartments }, index) =>
    compartments.map((id, place) => ({ path: pathOf('rooms', index, 'compartments', place), id })),
  ),
  ...systems.map(({ compartment }, index) => ({ path: pathOf('systems', index, 'compartment'), id: compartment })),
  ...crews.map(({ station }, index) => ({ path: pathOf('crews', index, 'station'), id: station })),
  ...sickbays.map(({ compartment }, index) => ({ path: pathOf('sickbays', index, 'compartment'), id: compartment })),
  ...passages.flatMap(({ between }, index) =>
    between.map((id, place) => ({ path: pathOf('passages', index, 'between', place), id })),
  ),
]

/** Mentions of compartments that are not there. */
export const unknownCompartments = (mentions: readonly Mention[], known: ReadonlySet<string>): readonly FileProblem[] =>
  mentions
    .filter(({ id }) => !known.has(String(id)))
    .map(({ path, id }) => ({ path, expected: 'a compartment of this ship', found: foundWords(id) }))

export const systemMentions = (file: ShipFile): readonly Mention[] => [
  ...file.systems.flatMap(({ needs = [] }, index) =>
    needs.map(({ system }, place) => ({ path: pathOf('systems', index, 'needs', place, 'system'), id: system })),
  ),
  ...file.capabilities.flatMap(({ modes }, index) =>
    modes.flatMap(({ needs }, mode) =>
      needs.map(({ system }, place) => ({
        path: pathOf('capabilities', index, 'modes', mode, 'needs', place, 'system'),
        id: system,
      })),
    ),
  ),
  ...(file.shields?.generators ?? []).map(({ system }, index) => ({
    path: pathOf('shields', 'generators', index, 'system'),
    id: system,
  })),
  ...(['atmosphere', 'forceFields', 'transporter'] as const).flatMap((user) => {
    const system = file[user]?.system
    return system === undefined ? [] : { path: pathOf(user, 'system'), id: system }
  }),
]

/** Mentions of systems that are not there. */
export const unknownSystems = ({ systems }: ShipFile, mentions: readonly Mention[]): readonly FileProblem[] => {
  const known = new Set<string | number>(systems.map(({ id }) => id))
  return mentions
    .filter(({ id }) => !known.has(id))
    .map(({ path, id }) => ({ path, expected: 'the id of a system in $.systems', found: foundWords(id) }))
}
