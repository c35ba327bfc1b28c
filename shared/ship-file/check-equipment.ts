import { type FileProblem, pathOf } from '../schema/problems.ts'
import { foundWords } from '../schema/words.ts'
import { idsOf, type Mention, repeated } from './check-ids.ts'
import type { ShipFile } from './schema.ts'

type Condition = keyof NonNullable<ShipFile['readiness']>
type Item = NonNullable<NonNullable<ShipFile['readiness']>[Condition]>[number]

const CONDITIONS = ['green', 'yellow', 'red'] as const

interface Listed {
  readonly item: Item
  readonly path: string
}

const itemsOf = ({ readiness }: ShipFile): readonly Listed[] =>
  CONDITIONS.flatMap((condition) =>
    (readiness?.[condition] ?? []).map((item, index) => ({ item, path: pathOf('readiness', condition, index) })),
  )

const listOf = (ids: readonly string[], ...steps: (string | number)[]): readonly Mention[] =>
  ids.map((id, index) => ({ path: pathOf(...steps, index), id }))

/** The systems that what a ship may have refers to. */
export const equipmentSystems = (file: ShipFile): readonly Mention[] => [
  ...(['sensors', 'fireSuppression', 'structure', 'core'] as const).flatMap((part) => {
    const system = file[part]?.system
    return system === undefined ? [] : { path: pathOf(part, 'system'), id: system }
  }),
  ...(file.core === undefined ? [] : [{ path: pathOf('core', 'containment'), id: file.core.containment }]),
  ...(file.supplies ?? []).flatMap(({ use }, index) =>
    use.for === 'fuel' ? { path: pathOf('supplies', index, 'use', 'system'), id: use.system } : [],
  ),
  ...itemsOf(file).flatMap(({ item: { needs }, path }) =>
    'system' in needs ? { path: `${path}.needs.system`, id: needs.system } : [],
  ),
  ...(file.killCards ?? []).flatMap(({ systems = [] }, index) => listOf(systems, 'killCards', index, 'systems')),
]

/** Its compartments. */
export const equipmentCompartments = (file: ShipFile): readonly Mention[] => [
  ...itemsOf(file).flatMap(({ item: { needs }, path }) =>
    'manned' in needs ? needs.manned.map((id, index) => ({ path: `${path}.needs.manned[${index}]`, id })) : [],
  ),
  ...(file.killCards ?? []).flatMap(({ compartments = [] }, index) =>
    listOf(compartments, 'killCards', index, 'compartments'),
  ),
]

export const duplicateEquipment = (file: ShipFile): readonly FileProblem[] => [
  ...repeated(idsOf(file.supplies ?? [], 'supplies'), 'an id'),
  ...CONDITIONS.flatMap((condition) =>
    repeated(idsOf(file.readiness?.[condition] ?? [], 'readiness', condition), 'an id'),
  ),
  ...repeated(idsOf(file.killCards ?? [], 'killCards'), 'an id'),
  ...(file.killCards ?? []).flatMap(({ steps }, index) => repeated(idsOf(steps, 'killCards', index, 'steps'), 'an id')),
]

/** What is ready at one alert condition is ready at another: the same id must ask for the same. */
export const contradictoryReadiness = (file: ShipFile): readonly FileProblem[] => {
  const first = new Map<string, Listed>()
  return itemsOf(file).flatMap((listed) => {
    const { item, path } = listed
    const before = first.get(item.id)
    if (!before) first.set(item.id, listed)
    if (!before || JSON.stringify(before.item.needs) === JSON.stringify(item.needs)) return []
    return { path: `${path}.needs`, expected: `what ${before.path} of that id needs`, found: foundWords(item.needs) }
  })
}

export const unknownModes = (file: ShipFile): readonly FileProblem[] =>
  itemsOf(file).flatMap(({ item: { needs }, path }): readonly FileProblem[] => {
    if (!('capability' in needs)) return []
    const capability = file.capabilities.find(({ id }) => id === needs.capability)
    const wrong = (member: string, expected: string, found: string): readonly FileProblem[] => [
      { path: `${path}.needs.${member}`, expected, found: foundWords(found) },
    ]
    if (!capability) return wrong('capability', 'the id of a capability in $.capabilities', needs.capability)
    if (capability.modes.some(({ id }) => id === needs.mode)) return []
    return wrong('mode', `a mode of ${capability.id}: ${capability.modes.map(({ id }) => id).join(', ')}`, needs.mode)
  })
