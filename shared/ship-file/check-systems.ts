import { type FileProblem, pathOf } from '../schema/problems.ts'
import type { ShipFile } from './schema.ts'

/** The ring of needs through `start`, as ids from `start` back to it; null when there is none. */
const ringThrough = (start: string, needsOf: ReadonlyMap<string, readonly string[]>): readonly string[] | null => {
  const ways: (readonly string[])[] = [[start]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const next of needsOf.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return [...way, start]
      if (seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return null
}

/** Systems that need each other in a ring have no performance that could be worked out. Each ring is told once. */
export const needsInRings = ({ systems }: ShipFile): readonly FileProblem[] => {
  const needsOf = new Map(systems.map(({ id, needs = [] }) => [id, needs.map(({ system }) => system)]))
  const told = new Set<string>()
  return systems.flatMap(({ id }, index) => {
    const ring = told.has(id) ? null : ringThrough(id, needsOf)
    if (ring === null) return []
    for (const one of ring) told.add(one)
    return { path: pathOf('systems', index, 'needs'), expected: 'no system that needs itself', found: ring.join(' → ') }
  })
}

/** Working out a system follows every chain of needs below it; so many are a file made to stop a server. Invented. */
const CHAINS_MOST = 1000

/** For needs without rings. */
export const tangledNeeds = ({ systems }: ShipFile): readonly FileProblem[] => {
  const needsOf = new Map(systems.map(({ id, needs = [] }) => [id, needs.map(({ system }) => system)]))
  const counted = new Map<string, number>()
  const chainsOf = (id: string): number => {
    const known = counted.get(id)
    if (known !== undefined) return known
    const chains = (needsOf.get(id) ?? []).reduce((sum, need) => sum + chainsOf(need), 1)
    counted.set(id, chains)
    return chains
  }
  const index = systems.findIndex(({ id }) => chainsOf(id) > CHAINS_MOST)
  if (index < 0) return []
  const expected = `at most ${CHAINS_MOST} chains of needs below one system`
  return [{ path: pathOf('systems', index, 'needs'), expected, found: String(chainsOf(systems[index]?.id ?? '')) }]
}

/** Whatever happens, a ship is in one of the modes: the last one must always be there. */
export const modesWithoutFloor = ({ capabilities }: ShipFile): readonly FileProblem[] =>
  capabilities.flatMap(({ modes }, index) => {
    const last = modes.length - 1
    const needs = modes[last]?.needs ?? []
    if (needs.length === 0) return []
    const found = `needs on ${needs.map(({ system }) => system).join(', ')}`
    return {
      path: pathOf('capabilities', index, 'modes', last, 'needs'),
      expected: 'an empty list in the last mode',
      found,
    }
  })

export const unskilledRepairs = ({ systems, crews, casualtyPower }: ShipFile): readonly FileProblem[] => {
  const skills = new Set(crews.flatMap((crew) => crew.skills))
  const asked = [
    ...systems.map(({ repair: { skill } }, index) => ({ path: pathOf('systems', index, 'repair', 'skill'), skill })),
    ...(casualtyPower ? [{ path: pathOf('casualtyPower', 'skill'), skill: casualtyPower.skill }] : []),
  ]
  const expected = `a skill that a crew has: ${[...skills].join(', ')}`
  return asked
    .filter(({ skill }) => !skills.has(skill))
    .map(({ path, skill }) => ({ path, expected, found: JSON.stringify(skill) }))
}

export const miscountedPeople = ({ rooms, crews, complement }: ShipFile): readonly FileProblem[] => {
  const inRooms = rooms.reduce((sum, { people = 0 }) => sum + people, 0)
  const inCrews = crews.reduce((sum, { size }) => sum + size, 0)
  if (inRooms + inCrews === complement) return []
  const expected = `${inRooms + inCrews}: ${inRooms} people in rooms and ${inCrews} in crews`
  return [{ path: '$.complement', expected, found: String(complement) }]
}
