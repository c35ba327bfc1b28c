import type { Dice } from '#shared/dice.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'

type Supply = NonNullable<ShipFile['supplies']>[number]
type Readiness = NonNullable<ShipFile['readiness']>
type ReadinessItem = NonNullable<Readiness['red']>[number]
type KillCard = NonNullable<ShipFile['killCards']>[number]

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index))

const randomUse = (dice: Dice, system: () => string): Supply['use'] =>
  dice.pick([
    { for: 'plating', perM2: dice.whole(1, 5) },
    { for: 'parts', perSystem: dice.whole(1, 4) },
    { for: 'treatment', perCasualty: dice.whole(1, 3) },
    { for: 'fuel', system: system(), perHour: dice.whole(1, 40) },
    { for: 'none' },
  ] as const)

const randomSupplies = (dice: Dice, system: () => string): Supply[] =>
  times(dice.whole(1, 5), (index) => ({
    id: `store-${index + 1}`,
    name: `Store ${index + 1}`,
    unit: 'sacks',
    amount: dice.whole(21, 60),
    low: dice.whole(0, 20),
    use: randomUse(dice, system),
  }))

const randomNeeds = (dice: Dice, file: ShipFile, places: readonly string[]): ReadinessItem['needs'] => {
  const capability = file.capabilities.length > 0 ? dice.pick(file.capabilities) : null
  const mode = { capability: capability?.id ?? '', mode: capability?.modes[0]?.id ?? '' }
  const others: ReadinessItem['needs'][] = [
    { system: dice.pick(file.systems).id, atLeastPercent: dice.whole(0, 100) },
    { manned: [dice.pick(places)] },
    { crewsReadyPercent: dice.whole(0, 100) },
    { shut: 'passages' },
  ]
  return dice.pick(
    capability ? [mode, { ...mode, order: true as const, seconds: dice.whole(1, 300) }, ...others] : others,
  )
}

/** What must be so at each condition; every item has an id of its own. */
const randomReadiness = (dice: Dice, file: ShipFile, places: readonly string[]): Readiness => {
  const items = (condition: string): ReadinessItem[] =>
    times(dice.whole(0, 4), (index) => ({
      id: `${condition}-${index + 1}`,
      name: `Item ${index + 1}`,
      needs: randomNeeds(dice, file, places),
    }))
  return { yellow: items('yellow'), red: items('red') }
}

const randomKillCards = (dice: Dice, places: readonly string[]): KillCard[] =>
  times(dice.whole(1, 4), (index) => ({
    id: `card-${index + 1}`,
    name: `Card ${index + 1}`,
    for: dice.pick(['breach', 'fire', 'leak', 'system', 'passage', 'casualty'] as const),
    ...(dice.chance(0.3) && { compartments: [dice.pick(places)] }),
    steps: times(dice.whole(1, 4), (step) => ({ id: `step-${step + 1}`, text: `Do thing ${step + 1}.` })),
  }))

/** The reactor is the first system, which is a source on every generated ship; something else contains it. */
const randomCore = (dice: Dice, { systems }: ShipFile): Pick<ShipFile, 'core'> => {
  const [reactor, ...others] = systems
  if (!reactor || others.length === 0 || dice.chance(0.5)) return {}
  return {
    core: {
      system: reactor.id,
      containment: dice.pick(others).id,
      atLeastPercent: dice.whole(1, 100),
      minutesToBreach: dice.whole(1, 30),
      ejectable: dice.chance(0.6),
    },
  }
}

/** What a ship may have or not, each for itself; a file that is otherwise whole gets it. */
export const randomEquipment = (dice: Dice, file: ShipFile, places: readonly string[]): Partial<ShipFile> => {
  const system = (): string => dice.pick(file.systems).id
  const skills = file.crews.flatMap((crew) => crew.skills)
  return {
    ...(dice.chance(0.5) && { sensors: { system: system(), noticeSeconds: dice.whole(5, 120) } }),
    ...(dice.chance(0.5) && { fireSuppression: { system: system(), worthPeople: dice.whole(1, 10) } }),
    ...(dice.chance(0.5) && { structure: { system: system(), atLeastPercent: dice.whole(0, 90) } }),
    ...randomCore(dice, file),
    ...(dice.chance(0.5) && {
      casualtyPower: {
        lines: dice.whole(1, 4),
        mwEach: dice.whole(1, 20),
        personMinutes: dice.whole(1, 20),
        skill: dice.pick(skills),
      },
    }),
    ...(dice.chance(0.6) && { supplies: randomSupplies(dice, system) }),
    ...(dice.chance(0.6) && { readiness: randomReadiness(dice, file, places) }),
    ...(dice.chance(0.5) && { killCards: randomKillCards(dice, places) }),
    systems: file.systems.map((one) => ({
      ...one,
      ...(dice.chance(0.15) && {
        leak: { kind: dice.pick(['radiation', 'coolant'] as const), belowPercent: dice.whole(1, 100) },
      }),
    })),
    sickbays: file.sickbays.map((one) => ({
      ...one,
      ...(dice.chance(0.3) && { standby: { setUpMinutes: dice.whole(1, 20) } }),
    })),
  }
}
