import type { Compartment, Door, Passage, Plan, System, Ways } from '../ship/plan.ts'
import { marksOf } from './marks.ts'
import { passagesOf } from './passages.ts'
import type { Facing, ShipFile } from './schema.ts'
import { type Cell, cellsOf } from './sections.ts'

const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> =>
  new Map(things.map((thing) => [thing.id, thing]))

const groupedBy = <Key, Thing>(pairs: readonly (readonly [Key, Thing])[]): ReadonlyMap<Key, readonly Thing[]> => {
  const groups = new Map<Key, Thing[]>()
  for (const [key, thing] of pairs) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [thing])
    else group.push(thing)
  }
  return groups
}

/** A room's people spread evenly over its compartments; whoever is left over is in the first. */
const peopleByCompartment = (rooms: ShipFile['rooms']): ReadonlyMap<string, number> => {
  const people = new Map<string, number>()
  for (const { compartments, people: all = 0 } of rooms) {
    const each = Math.floor(all / compartments.length)
    const left = all - each * compartments.length
    compartments.forEach((id, index) => people.set(id, (people.get(id) ?? 0) + each + (index === 0 ? left : 0)))
  }
  return people
}

const compartmentsOf = (file: ShipFile, cells: readonly Cell[]): readonly Compartment[] => {
  const people = peopleByCompartment(file.rooms)
  const rooms = groupedBy(file.rooms.flatMap(({ name, compartments }) => compartments.map((id) => [id, name] as const)))
  const decks = new Map(file.decks.map(({ id, name }) => [id, name]))
  const listed = byId(file.compartments ?? [])
  return cells.map((cell) => {
    const { name, code } = listed.get(cell.id) ?? {}
    const roomNames = rooms.get(cell.id) ?? []
    return {
      ...cell,
      name: name ?? (roomNames.length > 0 ? roomNames.join(', ') : (decks.get(cell.deck) ?? cell.id)),
      ...(code === undefined ? {} : { code }),
      rooms: roomNames,
      people: people.get(cell.id) ?? 0,
    }
  })
}

const systemsOf = (file: ShipFile): readonly System[] => {
  const marks = marksOf(file)
  return file.systems.map(({ needs, ...system }) => ({ ...system, needs: needs ?? [], marks: marks(system.id) }))
}

const generatorsOf = ({ shields }: ShipFile): ReadonlyMap<Facing, readonly string[]> =>
  groupedBy(
    (shields?.generators ?? []).flatMap(({ system, facings }) => facings.map((facing) => [facing, system] as const)),
  )

const endsOf = (passages: ReadonlyMap<string, Passage>) =>
  groupedBy([...passages.values()].flatMap((passage) => passage.between.map((end) => [end, passage] as const)))

const waysOf = (cells: readonly Cell[], passages: ReadonlyMap<string, Passage>): Ways => {
  const ids = cells.map(({ id }) => id).sort()
  const numberOf = new Map(ids.map((id, number) => [id, number]))
  const doors = ids.map((): Door[] => [])
  for (const passage of passages.values()) {
    const [a = -1, b = -1] = passage.between.map((id) => numberOf.get(id))
    doors[a]?.push({ passage, from: a, to: b })
    doors[b]?.push({ passage, from: b, to: a })
  }
  return { ids, numberOf, doors }
}

/** The ship file made ready for use. For a file that `readShipFile` has found in order. */
export const planOf = (file: ShipFile): Plan => {
  const cells = cellsOf(file)
  const passages = passagesOf(file, cells)
  const systems = systemsOf(file)
  return {
    file,
    decks: file.decks,
    sections: Math.max(...cells.map(({ section }) => section)),
    compartments: byId(compartmentsOf(file, cells)),
    passages,
    passagesOf: endsOf(passages),
    jammedAtFirst: [...passages.values()].filter(({ state }) => state === 'jammed').map(({ id }) => id),
    ways: waysOf(cells, passages),
    systems: byId(systems),
    sources: systems.filter(({ suppliesMw = 0 }) => suppliesMw > 0),
    loads: systems.filter(({ drawMw }) => drawMw > 0),
    fullLoadMw: systems.reduce((sum, { drawMw }) => sum + drawMw, 0),
    systemsIn: groupedBy(systems.map((system) => [system.compartment, system] as const)),
    capabilities: byId(file.capabilities),
    crews: byId(file.crews),
    sickbays: byId(file.sickbays),
    generators: generatorsOf(file),
  }
}
