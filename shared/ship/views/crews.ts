import { fitIn } from '../rules/repair.ts'
import { taskOf } from '../rules/tasks.ts'
import { reachesAt } from '../formula.ts'
import type { Ship, Stop } from '../state.ts'
import type { CrewStatus } from '../terms.ts'

export interface CrewView {
  readonly crew: string
  readonly name: string
  readonly status: CrewStatus
  /** Where it is now: the last compartment of its route it has reached. */
  readonly compartment: string
  readonly task: string | null
  readonly route: readonly Stop[]
  readonly since: number
  readonly arrivesAt: number | null
  readonly doneAt: number | null
  readonly fit: number
  readonly size: number
  readonly skills: readonly string[]
}

export const placeAt = (route: readonly Stop[], otherwise: string, at: number): string =>
  route.findLast((stop) => stop.at <= at)?.compartment ?? otherwise

export const crewsOf = (ship: Ship, at: number): readonly CrewView[] =>
  [...ship.plan.crews.values()].map((planned) => {
    const crew = ship.crews[planned.id] ?? {
      status: 'ready',
      task: null,
      compartment: planned.station,
      route: [],
      since: 0,
    }
    const repair = crew.task === null ? null : (taskOf(ship, crew.task)?.repair ?? null)
    return {
      crew: planned.id,
      name: planned.name,
      status: crew.status,
      compartment: placeAt(crew.route, crew.compartment, at),
      task: crew.task,
      route: crew.route,
      since: crew.since,
      arrivesAt: crew.route.at(-1)?.at ?? null,
      doneAt: crew.status === 'working' && repair ? reachesAt(repair, 100) : null,
      fit: fitIn(ship, planned.id),
      size: planned.size,
      skills: planned.skills,
    }
  })
