import { percentAt, performanceAt, pressureAt } from '../formula.ts'
import { peopleIn } from '../people.ts'
import { taskOf } from '../rules/tasks.ts'
import { stardateAt } from '../stardate.ts'
import type { Core, Incident, Report, Ship } from '../state.ts'
import type { Alert } from '../terms.ts'
import { type CapabilityView, capabilitiesOf, type Remedy, remedies } from './capabilities.ts'
import { type CasualtyView, casualtiesOf, tallyByDeck } from './casualties.ts'
import { type Figures, figuresOf } from './figures.ts'
import { suppliesOf, type SupplyView } from './supplies.ts'
import { isHazard, type WorkItem, workOf } from './work.ts'

/** The complete analysis of all damage at one moment. Times are mission ms, work in person-minutes. */
export interface DamageReport {
  readonly at: number
  readonly stardate: number | null
  readonly alert: Alert
  readonly incident: Incident | null
  readonly figures: Figures
  readonly systems: readonly SystemLine[]
  readonly decks: readonly {
    readonly deck: number
    readonly name: string
    readonly hazards: number
    readonly casualties: number
    readonly damagedSystems: number
  }[]
  readonly hazards: readonly (WorkItem & { readonly workLeft: number | null })[]
  /** Compartments where people are in need of leaving, or cannot. */
  readonly people: readonly PeopleLine[]
  readonly casualties: readonly CasualtyView[]
  readonly capabilities: readonly (CapabilityView & { readonly remedies: readonly Remedy[] })[]
  readonly core: Core | null
  readonly supplies: readonly SupplyView[]
  /** What people have said and nobody has confirmed or refuted yet. */
  readonly openReports: readonly Report[]
  /** All repairs together. */
  readonly workLeft: number
  /** When the last of the repairs under way will be done; null: none is. */
  readonly restoredAt: number | null
}

export interface SystemLine {
  readonly id: string
  readonly name: string
  readonly compartment: string
  readonly healthPercent: number
  readonly performancePercent: number
  readonly stopped: 'order' | 'shed' | null
  readonly workLeft: number
  readonly doneAt: number | null
}

export interface PeopleLine {
  readonly compartment: string
  readonly people: number
  readonly kpa: number
  readonly state: 'inside' | 'leaving' | 'trapped'
}

const systemLines = (ship: Ship, at: number): readonly SystemLine[] =>
  [...ship.plan.systems.values()].map(({ id, name, compartment, repair }) => {
    const task = taskOf(ship, `system:${id}`)
    const healthPercent = task?.repair ? percentAt(task.repair, at) : 100
    const perS = task?.repair?.perS ?? 0
    return {
      id,
      name,
      compartment,
      healthPercent,
      performancePercent: performanceAt(ship, id, at),
      stopped: ship.systems[id]?.stoppedBecause ?? null,
      workLeft: (repair.personMinutes * (100 - healthPercent)) / 100,
      doneAt: perS > 0 ? at + Math.ceil(((100 - healthPercent) / perS) * 1000) : null,
    }
  })

const deckLines = (ship: Ship, hazards: readonly WorkItem[], systems: readonly SystemLine[]): DamageReport['decks'] => {
  const tally = tallyByDeck(ship)
  const deckOf = (compartment: string): number => ship.plan.compartments.get(compartment)?.deck ?? 0
  return ship.plan.decks.map(({ id, name }) => ({
    deck: id,
    name,
    hazards: hazards.filter(({ compartment }) => deckOf(compartment) === id).length,
    casualties: Object.values(tally.get(id) ?? {}).reduce((sum, count) => sum + count, 0),
    damagedSystems: systems.filter(
      ({ compartment, healthPercent }) => deckOf(compartment) === id && healthPercent < 100,
    ).length,
  }))
}

/** Wherever there is a hazard or people are leaving, and somebody is still inside. */
const peopleLines = (ship: Ship, at: number): readonly PeopleLine[] => {
  const leaks = Object.values(ship.leaks).map(({ compartment }) => compartment)
  const thin = Object.keys(ship.air).filter((id) => ship.air[id]?.thin)
  const places = new Set([...Object.keys(ship.fires), ...leaks, ...thin, ...Object.keys(ship.evacuations)])
  return [...places].sort().flatMap((compartment) => {
    const people = peopleIn(ship, compartment)
    const evacuation = ship.evacuations[compartment]
    const state = evacuation ? (evacuation.to === null ? 'trapped' : 'leaving') : 'inside'
    return people === 0 ? [] : [{ compartment, people, kpa: pressureAt(ship, compartment, at), state } as const]
  })
}

const effortLeft = (ship: Ship, { task, percent }: WorkItem): number | null => {
  const effort = taskOf(ship, task)?.personMinutes ?? null
  return effort === null ? null : (effort * (100 - (percent ?? 0))) / 100
}

export const damageReportOf = (ship: Ship, at: number): DamageReport => {
  const work = workOf(ship, at)
  const hazards = work.filter(isHazard).map((item) => ({ ...item, workLeft: effortLeft(ship, item) }))
  const systems = systemLines(ship, at)
  const ends = work.map(({ doneAt }) => doneAt).filter((doneAt) => doneAt !== null)
  return {
    at,
    stardate: stardateAt(ship.plan, at),
    alert: ship.alert,
    incident: ship.incident,
    figures: figuresOf(ship, at),
    systems,
    decks: deckLines(ship, hazards, systems),
    hazards,
    people: peopleLines(ship, at),
    casualties: casualtiesOf(ship, at),
    capabilities: capabilitiesOf(ship, at).map((capability) => ({
      ...capability,
      remedies: remedies(ship, capability.better.at(-1)?.reasons ?? [], at),
    })),
    core: ship.plan.file.core ? ship.core : null,
    supplies: suppliesOf(ship, at),
    openReports: Object.values(ship.reports).filter(({ status }) => status === 'reported'),
    workLeft: work.reduce((sum, item) => sum + (effortLeft(ship, item) ?? 0), 0),
    restoredAt: ends.length === 0 ? null : Math.max(...ends),
  }
}
