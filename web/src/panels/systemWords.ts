import { healthAt, percentAt, performanceAt } from '#shared/ship/formula.ts'
import type { System } from '#shared/ship/plan.ts'
import type { CasualtyLine, Ship } from '#shared/ship/state.ts'
import type { PowerClass } from '#shared/ship/terms.ts'
import { left, percent } from './format.ts'

export interface SystemRow {
  readonly system: System
  readonly healthPercent: number
  readonly performancePercent: number
  readonly powerClass: PowerClass
  /** Not simply whole and running. */
  readonly noteworthy: boolean
}

/** What is amiss first, the weightiest of it first. */
export const systemRows = (ship: Ship, at: number): readonly SystemRow[] =>
  [...ship.plan.systems.values()]
    .map((system) => {
      const { id } = system
      const healthPercent = healthAt(ship, id, at)
      const performancePercent = performanceAt(ship, id, at)
      const amiss = performancePercent < 100 || id in ship.casualtyLines || id in ship.diagnoses
      const powerClass = ship.powerClasses[id] ?? (system.powerClass as PowerClass)
      return { system, healthPercent, performancePercent, powerClass, noteworthy: amiss }
    })
    .toSorted((a, b) => Number(b.noteworthy) - Number(a.noteworthy) || b.system.weight - a.system.weight)

const STOPPED = { order: 'Shut down', shed: 'Shed' } as const

export const systemState = (ship: Ship, id: string): string => {
  const { core } = ship.plan.file
  if (core?.system === id && (ship.core.status === 'ejected' || ship.core.status === 'lost'))
    return ship.core.status === 'ejected' ? 'Ejected' : 'Lost'
  const stopped = ship.systems[id]?.stoppedBecause
  return stopped ? STOPPED[stopped] : id in ship.leaks ? 'Leaking' : 'Running'
}

export const lineWords = ({ rigged, repair }: CasualtyLine, at: number): string =>
  rigged ? 'On casualty power' : `Line ${percent(percentAt(repair, at))} laid`

export const diagnosisWords = (ship: Ship, id: string, at: number): string => {
  const diagnosis = ship.diagnoses[id]
  if (!diagnosis) return ''
  if (diagnosis.percent === null) return `Under way, ${left(diagnosis.endsAt, at)}`
  return `${percent(diagnosis.percent)}${diagnosis.found ? ', hidden fault found' : ', nothing hidden'}`
}
