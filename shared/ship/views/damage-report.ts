import { percentAt, performanceAt } from '../formula.ts'
import { taskOf } from '../rules/tasks.ts'
import { stardateAt } from '../stardate.ts'
import type { Incident, Ship } from '../state.ts'
import type { Alert } from '../terms.ts'
import { type CapabilityView, capabilitiesOf, type Remedy, remedies } from './capabilities.ts'
import { type CasualtyView, casualtiesOf, tallyByDeck } from './casualties.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type WorkItem, workOf } from './work.ts'

/** The complete analysis of all damage at one moment. Times are mission ms. */
export interface DamageReport {
  readonly at: number
  readonly stardate: number | null
  readonly alert: Alert
  readonly incident: Incident | null
  readonly figures: Figures
  readonly systems: readonly {
    readonly id: string
    readonly name: string
    readonly compartment: string
    readonly healthPercent: number
    readonly performancePercent: number
    readonly stopped: 'order' | 'shed' | null
    /** Person-minutes to whole. */
    readonly workLeft: number
    readonly doneAt: number | null
  }[]
  readonly decks: readonly {
    readonly deck: number
    readonly name: string
    readonly hazards: number
    readonly casualties: number
    readonly damagedSystems: number
  }[]
  readonly hazards: readonly WorkItem[]
  readonly casualties: readonly CasualtyView[]
  readonly capabilities: readonly (CapabilityView & { readonly remedies: readonly Remedy[] })[]
}

const systemLines = (ship: Ship, at: number): DamageReport['systems'] =>
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

const deckLines = (
  ship: Ship,
  hazards: readonly WorkItem[],
  systems: DamageReport['systems'],
): DamageReport['decks'] => {
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

export const damageReportOf = (ship: Ship, at: number): DamageReport => {
  const hazards = workOf(ship, at).filter(({ kind }) => kind === 'breach' || kind === 'passage')
  const systems = systemLines(ship, at)
  return {
    at,
    stardate: stardateAt(ship.plan, at),
    alert: ship.alert,
    incident: ship.incident,
    figures: figuresOf(ship, at),
    systems,
    decks: deckLines(ship, hazards, systems),
    hazards,
    casualties: casualtiesOf(ship, at),
    capabilities: capabilitiesOf(ship, at).map((capability) => ({
      ...capability,
      remedies: remedies(ship, capability.better.at(-1)?.reasons ?? [], at),
    })),
  }
}
