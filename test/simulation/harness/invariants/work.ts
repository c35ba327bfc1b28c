import type { Repair, Ship } from '#shared/ship/state.ts'
import { percentAt, supplyAt } from '#shared/ship/formula.ts'
import { firstWrong, type Invariant } from '../invariant.ts'
import { isNear } from '../readings.ts'

interface Effort {
  readonly personMinutes: number
  readonly skill: string
}

interface Work extends Effort {
  readonly task: string
  readonly repair: Repair
  /** Share of the pace that the conditions leave. */
  readonly conditions: number
  /** [FIR5] What fixed extinguishing is worth, in people. */
  readonly suppression?: number
}

/** [LEK2] */
const workable = (ship: Ship, compartment: string): number =>
  Object.values(ship.leaks).some((leak) => leak.kind === 'radiation' && leak.compartment === compartment) ? 0.5 : 1

/** [SUP2] */
const stocked = (ship: Ship, use: 'plating' | 'parts'): number =>
  ship.plan.file.supplies?.some((one) => one.use.for === use && supplyAt(ship, one.id, ship.at) <= 0) ? 0.5 : 1

/** [FAT3] */
const FRESHNESS = { fresh: 1, amber: 0.8, red: 0.5 } as const

const breachWork = (ship: Ship): readonly Work[] =>
  Object.values(ship.breaches).map(({ id, areaM2, compartment, repair }) => ({
    task: `breach:${id}`,
    repair,
    personMinutes: 1 + 6 * areaM2,
    skill: 'hull',
    conditions: (compartment in ship.fields ? 1 : 0.5) * workable(ship, compartment) * stocked(ship, 'plating'),
  }))

const passageWork = (ship: Ship): readonly Work[] =>
  Object.entries(ship.passages).map(([id, { repair }]) => ({
    task: `passage:${id}`,
    repair,
    personMinutes: 2,
    skill: 'hull',
    conditions: workable(ship, ship.plan.passages.get(id)?.between[0] ?? ''),
  }))

/** Work on the thing of a system: herself, what leaks out of her, or a cable to her. */
const systemWork = (ship: Ship): readonly Work[] => {
  const work = (kind: string, id: string, repair: Repair, effort: Effort | undefined): Work => ({
    task: `${kind}:${id}`,
    repair,
    personMinutes: effort?.personMinutes ?? 0,
    skill: effort?.skill ?? '',
    conditions:
      workable(ship, ship.plan.systems.get(id)?.compartment ?? '') * (kind === 'system' ? stocked(ship, 'parts') : 1),
  })
  const { plan } = ship
  const skillOf = (id: string): string => plan.systems.get(id)?.repair.skill ?? ''
  return [
    ...Object.entries(ship.systems).map(([id, one]) => work('system', id, one.repair, plan.systems.get(id)?.repair)),
    ...Object.entries(ship.leaks).map(([id, { repair }]) =>
      work('leak', id, repair, { personMinutes: 8, skill: skillOf(id) }),
    ),
    ...Object.values(ship.casualtyLines)
      .filter(({ rigged }) => !rigged)
      .map(({ system, repair }) => work('casualty-power', system, repair, plan.file.casualtyPower)),
  ]
}

/** [RPR4] Its heat stands still while it is fought. */
const fireWork = (ship: Ship): readonly Work[] =>
  Object.values(ship.fires).map(({ compartment, heat, repair, suppressed }) => ({
    task: `fire:${compartment}`,
    repair,
    personMinutes: 2 + (6 * heat.kw) / 1000,
    skill: 'hull',
    conditions: workable(ship, compartment),
    suppression: suppressed ? (ship.plan.file.fireSuppression?.worthPeople ?? 0) : 0,
  }))

/** [RPR1] [RPR2] [RPR4] All that takes a known effort, with what it takes. */
const worksOf = (ship: Ship): readonly Work[] => [
  ...breachWork(ship),
  ...passageWork(ship),
  ...systemWork(ship),
  ...fireWork(ship),
]

/** Whole skilled people at work on each task, conditions apart. */
const handsOn = (ship: Ship, { task, skill }: Work): number => {
  let hands = 0
  for (const id in ship.crews) {
    const crew = ship.crews[id]
    if (crew?.status !== 'working' || crew.task !== task) continue
    const planned = ship.plan.crews.get(id)
    hands +=
      ((planned?.size ?? 0) + crew.hands - crew.hurt) *
      (planned?.skills.includes(skill) ? 1 : 0.5) *
      FRESHNESS[crew.tired]
  }
  return hands
}

/** [RPR1] Work goes on at the pace of those who are at it, each counted once; where nobody is, it rests. */
const paced = (ship: Ship): string | null =>
  firstWrong(worksOf(ship), (work) => {
    const hands = ship.runMode === 'reported' ? 0 : handsOn(ship, work) * work.conditions // [RUN2]
    const perS = ((hands + (work.suppression ?? 0)) * 100) / (work.personMinutes * 60)
    return isNear(work.repair.perS, perS) ? null : `${work.task} goes on by ${work.repair.perS} % a second, not ${perS}`
  })

const within = (ship: Ship): string | null =>
  firstWrong(worksOf(ship), ({ task, repair }) => {
    const percent = percentAt(repair, ship.at)
    return percent >= 0 && percent <= 100 ? null : `${task} at ${percent} %`
  })

const WORK = ['breaches', 'passages', 'systems', 'leaks', 'casualtyLines', 'fires'] as const

export const work: readonly Invariant[] = [
  {
    name: 'work goes at the pace of its crews',
    reads: [...WORK, 'crews', 'fields', 'supplies', 'runMode'],
    broken: paced,
  },
  {
    name: 'work is between 0 and 100 %',
    reads: WORK,
    broken: within,
  },
]
