import { percentAt } from '../formula.ts'
import type { Rejection } from '../rejections.ts'
import { judge } from '../judge.ts'
import { fitIn } from '../people.ts'
import { paceOf, perSOf } from '../rules/repair.ts'
import { taskOf } from '../rules/tasks.ts'
import type { Ship } from '../state.ts'
import type { CrewStatus } from '../terms.ts'

/** A crew as a choice for one task. */
export interface CrewOption {
  readonly crew: string
  readonly name: string
  readonly status: CrewStatus
  readonly compartment: string
  readonly fit: number
  readonly size: number
  readonly skilled: boolean
  /** Seconds until it would be there; null if it can't go. */
  readonly arrivesInS: number | null
  /** Seconds from arrival to done if it works alone; null where that can't be said. */
  readonly worksS: number | null
  /** Why it can't go. */
  readonly refusal: Rejection | null
}

const workSeconds = (ship: Ship, crew: string, taskId: string, at: number): number | null => {
  const task = taskOf(ship, taskId)
  if (!task?.repair) return null
  const perS = perSOf(task, paceOf(ship, crew, task))
  return perS > 0 ? (100 - percentAt(task.repair, at)) / perS : null
}

/** Those who can go first, soonest there first; then those who can't, by name. The judgement is that of the order itself. */
export const crewOptions = (ship: Ship, task: string, at: number): readonly CrewOption[] => {
  const skill = taskOf(ship, task)?.skill
  const options = [...ship.plan.crews.values()].map((crew): CrewOption => {
    const ruling = judge(ship, { type: 'DispatchCrew', crew: crew.id, task }, at)
    const sent = ruling.ok ? ruling.value.find((fact) => fact.type === 'CrewDispatched') : undefined
    const arrivesAt = sent?.route.at(-1)?.at
    const state = ship.crews[crew.id]
    return {
      crew: crew.id,
      name: crew.name,
      status: state?.status ?? 'ready',
      compartment: state?.compartment ?? crew.station,
      fit: fitIn(ship, crew.id),
      size: crew.size,
      skilled: skill !== undefined && crew.skills.includes(skill),
      arrivesInS: arrivesAt === undefined ? null : (arrivesAt - at) / 1000,
      worksS: arrivesAt === undefined ? null : workSeconds(ship, crew.id, task, at),
      refusal: ruling.ok ? null : ruling.error,
    }
  })
  return options.sort(
    (a, b) => (a.arrivesInS ?? Infinity) - (b.arrivesInS ?? Infinity) || (a.name < b.name ? -1 : 1) || 0,
  )
}
