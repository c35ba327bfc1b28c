import { type Dice, diceFor } from '#shared/dice.ts'
import type { Facing, ShipFile } from '#shared/ship-file/schema.ts'
import { cellsOf } from '#shared/ship-file/sections.ts'
import { randomEquipment } from './generate-equipment.ts'
import { drawnHull, listedHull } from './generate-hull.ts'

type System = ShipFile['systems'][number]
type Mode = ShipFile['capabilities'][number]['modes'][number]

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index))

const SKILLS = ['hull', 'medical', 'systems', 'brass', 'steam']
const FACINGS: readonly Facing[] = ['fore', 'aft', 'port', 'starboard', 'dorsal', 'ventral']

const randomCrews = (dice: Dice, places: readonly string[]): ShipFile['crews'] =>
  times(dice.whole(1, 8), (index) => ({
    id: `party-${index + 1}`,
    name: `Party ${index + 1}`,
    size: dice.whole(1, 9),
    skills: times(dice.whole(1, 3), () => dice.pick(SKILLS)),
    station: dice.pick(places),
  }))

/** Needs point only at systems earlier in the list, so that there is never a ring. */
const randomNeeds = (dice: Dice, before: number): Pick<System, 'needs'> => {
  if (before === 0 || dice.chance(0.5)) return {}
  const atLeastPercent = dice.whole(5, 90)
  const needs = times(dice.whole(1, 2), () => ({
    system: `engine-${dice.whole(1, before)}`,
    atLeastPercent,
    orLimitedToPercent: dice.whole(0, 60),
    ...(dice.chance(0.5) && { reason: 'it would not hold' }),
  }))
  return { needs }
}

/** The first one is a source big enough for all the rest, so that she leaves the yard in balance. */
const randomSystems = (dice: Dice, places: readonly string[], skills: readonly string[]): System[] => {
  const loads = times(dice.whole(1, 24), (index): System => ({
    id: `engine-${index + 1}`,
    name: `Engine ${index + 1}`,
    compartment: dice.pick(places),
    weight: dice.whole(0, 10),
    powerClass: dice.whole(1, 4),
    drawMw: index === 0 ? 0 : dice.whole(0, 12),
    ...(dice.chance(0.15) && { suppliesMw: dice.whole(1, 40) }),
    repair: { personMinutes: dice.whole(5, 120), skill: dice.pick(skills) },
    ...randomNeeds(dice, index),
  }))
  const demandMw = loads.reduce((sum, { drawMw }) => sum + drawMw, 0)
  return loads.map((load, index) => (index === 0 ? { ...load, suppliesMw: demandMw + dice.whole(1, 30) } : load))
}

const randomModes = (dice: Dice, systems: readonly System[]): Mode[] => {
  const modes = times(dice.whole(0, 4), (index) => ({
    id: `way-${index + 1}`,
    name: `Way ${index + 1}`,
    needs: times(dice.whole(1, 3), () => ({ system: dice.pick(systems).id, atLeastPercent: dice.whole(1, 100) })),
  }))
  return [...modes, { id: 'none', name: 'None', needs: [] }]
}

const randomShields = (dice: Dice, systems: readonly System[]): NonNullable<ShipFile['shields']> => ({
  absorbPercent: dice.whole(0, 100),
  generators: times(dice.whole(1, 4), () => ({ system: dice.pick(systems).id, facings: [dice.pick(FACINGS)] })),
})

/** What a ship may have or not. */
const randomExtras = (dice: Dice, systems: readonly System[]): Partial<ShipFile> => {
  const any = (): string => dice.pick(systems).id
  return {
    ...(dice.chance(0.6) && { shields: randomShields(dice, systems) }),
    ...(dice.chance(0.7) && { forceFields: { drawMw: dice.whole(1, 6), ...(dice.chance(0.7) && { system: any() }) } }),
    ...(dice.chance(0.5) && {
      transporter: { system: any(), atLeastPercent: dice.whole(0, 90), seconds: dice.whole(2, 9) },
    }),
    ...(dice.chance(0.3) && { stardate: { origin: 49_000, perDay: 2.5 } }),
  }
}

/** A ship no one has ever seen, but always the same for a seed, and always one that `readShipFile` takes. */
export const generateShip = (seed: number): ShipFile => {
  const dice = diceFor(seed, 'generated ship', 0)
  const geometry = (dice.chance(0.65) ? drawnHull : listedHull)(dice, dice.whole(1, 20))
  const file: ShipFile = {
    schema: 'bulkhead/ship@1',
    id: `generated-${seed}`,
    name: `Generated ${seed}`,
    ...geometry,
    rooms: [],
    complement: 0,
    atmosphere: { kpa: dice.whole(60, 105), refillKpaPerMinute: dice.whole(5, 60) },
    hull: { criticalBreachM2: dice.between(1, 40) },
    battery: { capacityMj: dice.chance(0.2) ? 0 : dice.whole(10, 20_000), outputMw: dice.whole(0, 60) },
    systems: [],
    capabilities: [],
    crews: [],
    sickbays: [],
    treatmentMinutes: { immediate: 5, delayed: 4, minimal: 2, expectant: 8 },
  }
  return equipped(withPeople(file, dice), diceFor(seed, 'generated equipment', 0))
}

const equipped = (file: ShipFile, dice: Dice): ShipFile => ({
  ...file,
  ...randomEquipment(
    dice,
    file,
    cellsOf(file).map(({ id }) => id),
  ),
})

const withPeople = (file: ShipFile, dice: Dice): ShipFile => {
  const places = cellsOf(file).map(({ id }) => id)
  const crews = randomCrews(dice, places)
  const systems = randomSystems(
    dice,
    places,
    crews.flatMap(({ skills }) => skills),
  )
  const rooms = times(dice.whole(0, 15), (index) => ({
    id: `room-${index + 1}`,
    name: `Room ${index + 1}`,
    compartments: [...new Set(times(dice.whole(1, 3), () => dice.pick(places)))],
    people: dice.whole(0, 12),
  }))
  const inCrews = crews.reduce((sum, { size }) => sum + size, 0)
  return {
    ...file,
    ...randomExtras(dice, systems),
    crews,
    systems,
    rooms,
    complement: rooms.reduce((sum, { people }) => sum + people, inCrews),
    atmosphere: { ...file.atmosphere, ...(dice.chance(0.7) && { system: dice.pick(systems).id }) },
    capabilities: times(dice.whole(0, 6), (index) => ({
      id: `power-${index + 1}`,
      name: `Power ${index + 1}`,
      weight: dice.whole(0, 10),
      modes: randomModes(dice, systems),
    })),
    sickbays: times(dice.whole(0, 2), (index) => ({
      id: `ward-${index + 1}`,
      name: `Ward ${index + 1}`,
      compartment: dice.pick(places),
      beds: dice.whole(0, 6),
      surgeons: dice.whole(0, 3),
    })),
  }
}
