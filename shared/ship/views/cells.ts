import { pressureAt } from '../formula.ts'
import type { AlarmPriority, Ship } from '../state.ts'
import { placeAt } from './crews.ts'
import { SEVERITY_RANK, type WorkItem } from './work.ts'

/** One compartment as the profile and the matrix show it. Only those with something to show are listed. */
export interface Cell {
  readonly compartment: string
  /** The worst that is wrong there; null: nothing is. */
  readonly severity: AlarmPriority | null
  readonly unacknowledged: boolean
  readonly breached: boolean
  readonly field: boolean
  readonly kpa: number
  readonly thin: boolean
  readonly fire: boolean
  readonly leak: boolean
  /** People are in it, in need of leaving, and have no way out. */
  readonly trapped: boolean
  readonly evacuating: boolean
  /** Reported by somebody, and not looked at yet. */
  readonly reported: boolean
  readonly work: readonly string[]
  readonly crewsHere: readonly string[]
  readonly casualties: number
}

const EMPTY = {
  severity: null,
  unacknowledged: false,
  breached: false,
  field: false,
  thin: false,
  fire: false,
  leak: false,
  trapped: false,
  evacuating: false,
  reported: false,
  casualties: 0,
} as const

/** By compartment; what is not in it is as it should be. */
export const cellsOf = (ship: Ship, work: readonly WorkItem[], at: number): ReadonlyMap<string, Cell> => {
  const cells = new Map<string, Cell>()
  const change = (id: string, by: (cell: Cell) => Partial<Cell>): void => {
    const cell = cells.get(id) ?? { ...EMPTY, compartment: id, kpa: pressureAt(ship, id, at), work: [], crewsHere: [] }
    cells.set(id, { ...cell, ...by(cell) })
  }
  for (const item of work) {
    change(item.compartment, ({ severity, work }) => ({
      severity: worse(severity, item.severity),
      work: [...work, item.task],
      breached: item.kind === 'breach' || (cells.get(item.compartment)?.breached ?? false),
    }))
  }
  for (const alarm of Object.values(ship.alarms)) {
    if (alarm.compartment === null) continue
    const stands = alarm.state !== 'returned'
    change(alarm.compartment, ({ severity, unacknowledged }) => ({
      severity: stands ? worse(severity, alarm.priority) : severity,
      unacknowledged: unacknowledged || alarm.state === 'unacknowledged',
    }))
  }
  for (const id in ship.fields) change(id, () => ({ field: true }))
  for (const id in ship.air) change(id, () => ({ thin: ship.air[id]?.thin ?? false }))
  for (const id in ship.fires) change(id, () => ({ fire: true }))
  for (const { compartment } of Object.values(ship.leaks)) change(compartment, () => ({ leak: true }))
  for (const [id, { to }] of Object.entries(ship.evacuations))
    change(id, () => ({ evacuating: to !== null, trapped: to === null }))
  for (const { compartment, status } of Object.values(ship.reports))
    if (status === 'reported') change(compartment, () => ({ reported: true }))
  for (const { compartment, status } of Object.values(ship.casualties))
    if (status === 'waiting') change(compartment, ({ casualties }) => ({ casualties: casualties + 1 }))
  for (const [id, crew] of Object.entries(ship.crews))
    if (crew.status !== 'ready')
      change(placeAt(crew.route, crew.compartment, at), ({ crewsHere }) => ({ crewsHere: [...crewsHere, id] }))
  return cells
}

const worse = (a: AlarmPriority | null, b: AlarmPriority): AlarmPriority =>
  a !== null && SEVERITY_RANK[a] <= SEVERITY_RANK[b] ? a : b
