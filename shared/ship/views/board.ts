import type { Alarm, AlarmPriority, Ship } from '../state.ts'
import type { Alert, Triage } from '../terms.ts'
import { stardateAt } from '../stardate.ts'
import { alarmsOf } from './alarms.ts'
import { capabilitiesOf, chainInWords } from './capabilities.ts'
import { casualtiesOf } from './casualties.ts'
import { crewsOf } from './crews.ts'
import { figuresOf } from './figures.ts'
import { isHazard, workOf } from './work.ts'

/** The board in numbers, for overlays, lights and other programs. The contract's shape; times are mission ms. */
export interface Board {
  readonly at: number
  readonly stardate: number | null
  readonly alert: Alert
  readonly figures: {
    readonly hullPercent: number
    readonly shieldsPercent: number | null
    readonly power: { readonly supplyMw: number; readonly demandMw: number }
    readonly casualties: Readonly<Record<Triage | 'dead' | 'untriaged', number>>
    readonly crews: { readonly ready: number; readonly total: number }
  }
  readonly capabilities: readonly {
    readonly id: string
    readonly name: string
    readonly mode: string
    readonly top: boolean
    readonly reasons: readonly string[]
  }[]
  readonly hazards: readonly {
    readonly id: string
    readonly kind: string
    readonly compartment: string
    readonly severity: AlarmPriority
    readonly sinceMs: number
    readonly held: boolean
    readonly crews: readonly string[]
  }[]
  readonly crews: readonly {
    readonly id: string
    readonly name: string
    readonly status: string
    readonly compartment: string
    readonly task: string | null
    readonly arrivesAt: number | null
    readonly doneAt: number | null
  }[]
  readonly casualties: readonly {
    readonly id: string
    readonly name: string | null
    readonly compartment: string
    readonly category: Triage | null
    readonly state: string
  }[]
  readonly alarms: readonly (Pick<Alarm, 'id' | 'priority' | 'state' | 'compartment' | 'cause'> & {
    readonly raisedAt: number
  })[]
}

export const boardOf = (ship: Ship, at: number): Board => {
  const work = workOf(ship, at)
  const { hullPercent, shieldsPercent, power, casualties, crews } = figuresOf(ship, at)
  return {
    at,
    stardate: stardateAt(ship.plan, at),
    alert: ship.alert,
    figures: {
      hullPercent,
      shieldsPercent,
      power: { supplyMw: power.supplyMw, demandMw: power.demandMw },
      casualties,
      crews: { ready: crews.ready, total: crews.total },
    },
    capabilities: capabilitiesOf(ship, at).map(({ id, name, mode, top, reasons }) => ({
      id,
      name,
      mode,
      top,
      reasons: chainInWords(reasons),
    })),
    hazards: work.filter(isHazard).map(({ task, kind, compartment, severity, since, held, crews: sent }) => ({
      id: task,
      kind,
      compartment,
      severity,
      sinceMs: since === null ? 0 : at - since,
      held,
      crews: sent.map(({ crew }) => crew),
    })),
    crews: crewsOf(ship, at).map(({ crew, name, status, compartment, task, arrivesAt, doneAt }) => ({
      id: crew,
      name,
      status,
      compartment,
      task,
      arrivesAt,
      doneAt,
    })),
    casualties: casualtiesOf(ship, at).map(({ id, name, place, category, status }) => ({
      id,
      name,
      compartment: place,
      category,
      state: status,
    })),
    alarms: alarmsOf(ship, work).map(({ id, priority, state, compartment, cause, raisedAt }) => ({
      id,
      priority,
      state,
      compartment,
      cause,
      raisedAt,
    })),
  }
}
