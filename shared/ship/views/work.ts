import { percentAt, reachesAt } from '../formula.ts'
import { type Task, tasksOf } from '../rules/tasks.ts'
import type { AlarmPriority, Ship } from '../state.ts'
import type { CrewStatus, TaskPriority } from '../terms.ts'
import type { TaskKind } from '../task-id.ts'

/** One line of the work list. */
export interface WorkItem {
  readonly task: string
  readonly kind: TaskKind
  readonly target: string
  readonly compartment: string
  readonly skill: string
  readonly severity: AlarmPriority
  readonly priority: TaskPriority
  /** Since when there is this work, mission ms; null where the ship does not say. */
  readonly since: number | null
  /** A force field holds it. */
  readonly held: boolean
  /** Work done, 0 to 100; null where it is not a repair. */
  readonly percent: number | null
  readonly perS: number
  /** When it will be done at the present pace, mission ms. */
  readonly doneAt: number | null
  readonly crews: readonly { readonly crew: string; readonly status: CrewStatus; readonly arrivesAt: number | null }[]
}

/** Systems of at least this weight are ranked with the gravest work. Invented, as in the alarms. */
const VITAL_WEIGHT = 7

const severityOf = (ship: Ship, task: Task, percent: number | null): AlarmPriority => {
  switch (task.kind) {
    case 'breach':
      return task.compartment in ship.fields ? 'warning' : 'critical'
    case 'passage':
      return 'caution'
    case 'system': {
      const vital = (ship.plan.systems.get(task.target)?.weight ?? 0) >= VITAL_WEIGHT
      if ((percent ?? 0) >= 75) return 'advisory'
      return (percent ?? 0) < 50 && vital ? 'warning' : 'caution'
    }
    case 'fire':
      return (ship.fires[task.target]?.flashedOverAt ?? null) === null ? 'warning' : 'critical'
    case 'leak':
      return 'warning'
    case 'casualty-power':
    case 'place':
      return 'advisory'
    case 'casualty': {
      const category = ship.casualties[task.target]?.category
      if (category === 'immediate') return 'critical'
      return category === null || category === undefined ? 'warning' : category === 'delayed' ? 'caution' : 'advisory'
    }
  }
}

const sinceOf = (ship: Ship, { kind, target }: Task): number | null => {
  if (kind === 'breach') return ship.breaches[target]?.openedAt ?? null
  if (kind === 'fire') return ship.fires[target]?.startedAt ?? null
  if (kind === 'leak') return ship.leaks[target]?.startedAt ?? null
  if (kind === 'casualty-power') return ship.casualtyLines[target]?.orderedAt ?? null
  if (kind === 'casualty') return ship.casualties[target]?.reportedAt ?? null
  return null
}

type Crews = WorkItem['crews']

/** Those who are on each task. */
const crewsByTask = (ship: Ship): ReadonlyMap<string, Crews> => {
  const crews = new Map<string, Crews>()
  for (const [crew, { task, status, route }] of Object.entries(ship.crews)) {
    if (task !== null)
      crews.set(task, [...(crews.get(task) ?? []), { crew, status, arrivesAt: route.at(-1)?.at ?? null }])
  }
  return crews
}

const itemOf = (ship: Ship, task: Task, crews: Crews, at: number): WorkItem => {
  const percent = task.repair && percentAt(task.repair, at)
  return {
    task: task.id,
    kind: task.kind,
    target: task.target,
    compartment: task.compartment,
    skill: task.skill,
    severity: severityOf(ship, task, percent),
    priority: ship.priorities[task.id] ?? 'normal',
    since: sinceOf(ship, task),
    held: task.compartment in ship.fields,
    percent,
    perS: task.repair?.perS ?? 0,
    doneAt: task.repair && reachesAt(task.repair, 100),
    crews,
  }
}

const HAZARDS: ReadonlySet<TaskKind> = new Set<TaskKind>(['breach', 'fire', 'leak', 'passage'])

/** Work that is about the ship's own danger, and neither a broken system nor somebody hurt. */
export const isHazard = ({ kind }: WorkItem): boolean => HAZARDS.has(kind)

export const SEVERITY_RANK: Readonly<Record<AlarmPriority, number>> = {
  critical: 0,
  warning: 1,
  caution: 2,
  advisory: 3,
}
const PRIORITY_RANK: Readonly<Record<TaskPriority, number>> = { first: 0, normal: 1, last: 2 }

/** Ordered first, then gravest, then what nobody is on, then oldest; the id keeps the rest from jumping about. */
const byUrgency = (a: WorkItem, b: WorkItem): number =>
  PRIORITY_RANK[a.priority] - PRIORITY_RANK[b.priority] ||
  SEVERITY_RANK[a.severity] - SEVERITY_RANK[b.severity] ||
  Math.min(1, a.crews.length) - Math.min(1, b.crews.length) ||
  (a.since ?? 0) - (b.since ?? 0) ||
  (a.task < b.task ? -1 : 1)

let last: { readonly ship: Ship; readonly at: number; readonly work: readonly WorkItem[] } | null = null

/** The work there is. Every panel of a screen asks it of the same ship at the same instant: that answer is kept. */
export const workOf = (ship: Ship, at: number): readonly WorkItem[] => {
  if (last?.ship !== ship || last.at !== at) {
    const crews = crewsByTask(ship)
    const work = tasksOf(ship)
      .map((task) => itemOf(ship, task, crews.get(task.id) ?? [], at))
      .sort(byUrgency)
    last = { ship, at, work }
  }
  return last.work
}
