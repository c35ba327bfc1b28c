import { fitIn } from '../people.ts'
import { taskOf } from '../rules/tasks.ts'
import { fatigueAt, reachesAt } from '../formula.ts'
import { crewAtStation, type Ship, type Stop } from '../state.ts'
import type { CrewStatus, Tiredness } from '../terms.ts'

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
  /** Minutes of work in its bones, and what they make of it. */
  readonly minutesOnTask: number
  readonly tired: Tiredness
}

export const placeAt = (route: readonly Stop[], otherwise: string, at: number): string =>
  route.findLast((stop) => stop.at <= at)?.compartment ?? otherwise

export const crewsOf = (ship: Ship, at: number): readonly CrewView[] =>
  [...ship.plan.crews.values()].map((planned) => {
    const crew = ship.crews[planned.id] ?? crewAtStation(planned.station)
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
      minutesOnTask: fatigueAt(crew.fatigue, at),
      tired: crew.tired,
    }
  })
