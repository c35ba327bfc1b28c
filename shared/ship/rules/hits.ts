import { type Dice, diceFor } from '../../dice.ts'
import { exp } from '../../detmath.ts'
import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { healthAt, performanceAt } from '../formula.ts'
import type { Facing } from '../../ship-file/schema.ts'
import { fitIn, peopleIn } from '../people.ts'
import { LIMITS, within } from '../limits.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship } from '../state.ts'
import type { FireGrowth, Injury } from '../terms.ts'
import { canStart, startedFact } from './fire-start.ts'
import { reportFact } from './injuries.ts'
import { passageState } from './passages.ts'

/** All constants of this law are invented, tuned so that 300 MJ on bare hull opens it about three times in four. */
const HIT = {
  generatorPercentPerMj: 0.05,
  breachScaleMj: 220,
  breachM2PerMj: 0.0012,
  systemPercentPerMj: 0.16,
  jamScaleMj: 2500,
  hurtScaleMj: 1400,
  fireScaleMj: 1500,
  neighbourShare: 0.35,
  hurtMost: 0.5,
} as const
/** How fast what a hit has set alight grows. */
const GROWTHS: readonly FireGrowth[] = ['slow', 'medium', 'medium', 'fast']
const INJURIES: readonly Injury[] = [
  'burns',
  'blast',
  'crush',
  'fracture',
  'laceration',
  'concussion',
  'shock',
  'laceration',
  'fracture',
]

/** [HIT1] Share of the energy that the shields of a facing take, 0 to 1: that of their best generator. */
const absorbed = (ship: Ship, facing: Facing, at: number): number => {
  const generators = ship.plan.generators.get(facing) ?? []
  const best = Math.max(0, ...generators.map((id) => performanceAt(ship, id, at)))
  return ((ship.plan.file.shields?.absorbPercent ?? 0) / 100) * (best / 100)
}

interface Blow {
  readonly ship: Ship
  readonly hit: string | null
  readonly compartment: string
  /** What got through, MJ. */
  readonly energyMj: number
  readonly dice: Dice
}

const generatorFacts = (ship: Ship, facing: Facing, takenMj: number, hit: string): Fact[] =>
  (ship.plan.generators.get(facing) ?? []).flatMap((system) => {
    const health = healthAt(ship, system, ship.at)
    const percent = Math.max(0, health - takenMj * HIT.generatorPercentPerMj)
    return percent < health ? [{ type: 'SystemDamaged', system, percent, hit } as const] : []
  })

const breachFacts = ({ ship, hit, compartment, energyMj, dice }: Blow): Fact[] => {
  const opens = dice.chance(1 - exp(-energyMj / HIT.breachScaleMj))
  const areaM2 = Math.max(0.05, energyMj * HIT.breachM2PerMj * dice.between(0.3, 1))
  return opens ? [{ type: 'BreachOpened', breach: `B${ship.numbers.breach + 1}`, compartment, areaM2, hit }] : []
}

/** The compartment struck takes all of it, its neighbours a share. */
const struck = ({ ship, compartment }: Blow): readonly (readonly [string, number])[] => {
  const around = (ship.plan.passagesOf.get(compartment) ?? []).map((passage) =>
    passage.between[0] === compartment ? passage.between[1] : passage.between[0],
  )
  return [[compartment, 1], ...[...new Set(around)].map((id) => [id, HIT.neighbourShare] as const)]
}

const systemFacts = (blow: Blow): Fact[] =>
  struck(blow).flatMap(([id, share]) =>
    (blow.ship.plan.systemsIn.get(id) ?? []).flatMap((system): Fact[] => {
      const health = healthAt(blow.ship, system.id, blow.ship.at)
      const loss = blow.energyMj * share * HIT.systemPercentPerMj * blow.dice.between(0.4, 1.6)
      const percent = Math.max(0, Math.round(health - loss))
      return percent < health ? [{ type: 'SystemDamaged', system: system.id, percent, hit: blow.hit }] : []
    }),
  )

const passageFacts = ({ ship, hit, compartment, energyMj, dice }: Blow): Fact[] =>
  (ship.plan.passagesOf.get(compartment) ?? []).flatMap((passage): Fact[] => {
    const jams = dice.chance(1 - exp(-energyMj / HIT.jamScaleMj))
    const already = passageState(ship, passage) === 'jammed'
    return jams && !already ? [{ type: 'PassageJammed', passage: passage.id, hit }] : []
  })

/** [HIT4] Crews in the compartment are hurt like anyone else; a hurt member is a casualty and leaves the crew short. */
const peopleFacts = (blow: Blow): Fact[] => {
  const { ship, hit, dice } = blow
  const facts: Fact[] = []
  let number = ship.numbers.casualty
  const hurt = (compartment: string, crew?: string): void => {
    facts.push(
      reportFact(ship, {
        number: ++number,
        compartment,
        injury: dice.pick(INJURIES),
        ...(hit !== null && { hit }),
        ...(crew && { crew }),
      }),
    )
  }
  for (const [id, share] of struck(blow)) {
    const risk = Math.min(HIT.hurtMost, 1 - exp((-blow.energyMj * share) / HIT.hurtScaleMj))
    for (let i = peopleIn(ship, id); i > 0; i--) if (dice.chance(risk)) hurt(id)
    for (const [crewId, crew] of Object.entries(ship.crews)) {
      if (crew.compartment !== id || crew.route.length > 0) continue
      const struckDown = Array.from({ length: fitIn(ship, crewId) }, () => dice.chance(risk)).filter(Boolean).length
      for (let i = 0; i < struckDown; i++) hurt(id, crewId)
      if (struckDown > 0) facts.push({ type: 'CrewHurt', crew: crewId, hurt: crew.hurt + struckDown })
    }
  }
  return facts
}

/** What a blow does to doors, systems and people at and around the place it falls on. */
export const blastFacts = (blow: Blow): readonly Fact[] => [
  ...passageFacts(blow),
  ...systemFacts(blow),
  ...peopleFacts(blow),
]

/** [HIT6] With dice of its own, so that what else a hit does is the same with fires as without. */
const fireFacts = ({ ship, hit, compartment, energyMj }: Blow, number: number): Fact[] => {
  const dice = diceFor(ship.seed, 'hit-fire', number)
  const starts = dice.chance(1 - exp(-energyMj / HIT.fireScaleMj))
  const growth = dice.pick(GROWTHS)
  return starts && canStart(ship, compartment) ? [startedFact(ship, compartment, growth, hit)] : []
}

/** [HIT1]–[HIT6] Shields take their share; the rest falls on hull, systems, doors and people around the point of impact. */
export const inflictHit = (ship: Ship, order: Extract<Order, { type: 'InflictHit' }>): Ruling => {
  const { compartment, energy, facing } = order
  if (!ship.plan.compartments.has(compartment))
    return err({ code: 'UnknownThing', what: 'compartment', id: compartment })
  const force = within('energy', energy, LIMITS.energyMj)
  if (!force.ok) return force
  const number = ship.numbers.hit + 1
  const hit = `H${number}`
  const share = absorbed(ship, facing, ship.at)
  const blow: Blow = {
    ship,
    hit,
    compartment,
    energyMj: energy * (1 - share),
    dice: diceFor(ship.seed, 'hit', number),
  }
  return ok([
    { type: 'HitInflicted', hit, compartment, energyMj: energy, facing, absorbedPercent: share * 100 },
    ...generatorFacts(ship, facing, energy * share, hit),
    ...breachFacts(blow),
    ...blastFacts(blow).filter((fact) => !isGenerator(ship, facing, fact)),
    ...fireFacts(blow, number),
  ])
}

/** A generator of this facing has already taken its part. */
const isGenerator = (ship: Ship, facing: Facing, fact: Fact): boolean =>
  fact.type === 'SystemDamaged' && (ship.plan.generators.get(facing) ?? []).includes(fact.system)

export const inflictBreach = (ship: Ship, { compartment, area }: Extract<Order, { type: 'InflictBreach' }>): Ruling => {
  if (!ship.plan.compartments.has(compartment))
    return err({ code: 'UnknownThing', what: 'compartment', id: compartment })
  const opening = within('area', area, LIMITS.areaM2)
  if (!opening.ok) return opening
  return ok([{ type: 'BreachOpened', breach: `B${ship.numbers.breach + 1}`, compartment, areaM2: area, hit: null }])
}
