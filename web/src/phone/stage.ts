import { percentAt } from '#shared/ship/formula.ts'
import { taskOf } from '#shared/ship/rules/tasks.ts'
import type { Ship } from '#shared/ship/state.ts'
import { targetOf } from '#shared/ship/task-id.ts'
import type { CrewView } from '#shared/ship/views/crews.ts'
import type { Letter } from '../link/letterBox.ts'

/** Where a crew stands with its job, as its leader sees it: what was reported counts, whether it has been sent or not. */
export interface Stage {
  readonly step: 'standingBy' | 'onTheWay' | 'onScene' | 'carrying' | 'done' | 'goingHome'
  /** Where the crew is taken to be. */
  readonly place: string
  /** Work done, %; null where the job is no repair. */
  readonly percent: number | null
  /** The last step was reported, and the report still waits. */
  readonly unsent: boolean
}

const stepOf = ({ status, task }: CrewView): Stage['step'] => {
  if (task === null) return status === 'returning' ? 'goingHome' : 'standingBy'
  if (status === 'enRoute') return 'onTheWay'
  return status === 'working' && targetOf(task).kind === 'casualty' ? 'carrying' : 'onScene'
}

export const stageOf = (ship: Ship, crew: CrewView, waiting: readonly Letter[], at: number): Stage => {
  const said = waiting.filter(({ task }) => task === crew.task).map(({ command }) => command)
  const work = crew.task === null ? null : taskOf(ship, crew.task)
  const arrived = said.some(({ type }) => type === 'ReportOnScene')
  const done = said.some(({ type }) => type === 'ReportDone')
  const progress = said.findLast((command) => command.type === 'ReportProgress')
  const known = stepOf(crew)
  const there = arrived ? (known === 'goingHome' ? 'standingBy' : known === 'onTheWay' ? 'onScene' : known) : known
  const goal = crew.route.at(-1)?.compartment ?? crew.compartment
  return {
    step: done ? 'done' : there,
    place: arrived ? goal : crew.compartment,
    percent: progress?.percent ?? (work?.repair ? percentAt(work.repair, at) : null),
    unsent: arrived || done || progress !== undefined,
  }
}
