import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { percentAt } from '../formula.ts'
import { within } from '../limits.ts'
import { own } from '../records.ts'
import type { Rejection, Ruling } from '../rejections.ts'
import { err, ok, type Result } from '../../result.ts'
import type { CrewState, Ship } from '../state.ts'
import { targetOf } from '../task-id.ts'
import { beddedFacts } from './casualties.ts'
import { arrivalFacts } from './crews.ts'
import { workReaching } from './done.ts'
import { type Task, taskOf } from './tasks.ts'

/**
 * [RUN1]–[RUN6] A live drill: people walk and work, and say so. In a ship run by reports no crew arrives and no work goes on
 * by itself; the reports bring the very events that the laws would have brought. Hazards, the wounded, power and people who
 * are not in a crew keep to their laws in either mode.
 */
export const setRunMode = (ship: Ship, { mode }: Extract<Order, { type: 'SetRunMode' }>): Ruling =>
  ok(mode === ship.runMode ? [] : [{ type: 'RunModeSet', mode }])

const reporting = (ship: Ship, id: string): Result<CrewState, Rejection> => {
  if (ship.runMode !== 'reported') return err({ code: 'NotReportedMode' })
  const crew = own(ship.crews, id)
  return crew ? ok(crew) : err({ code: 'UnknownThing', what: 'crew', id })
}

const nothingToReport = (crew: string, { status }: CrewState): Ruling =>
  err({ code: 'CrewHasNoTask', crew, crewStatus: status })

/** A crew with a casualty is there when they are in a bed. */
const carriedThere = (ship: Ship, { status, task }: CrewState): readonly Fact[] | null => {
  if (status !== 'working' || task === null) return null
  const { kind, id } = targetOf(task)
  const casualty = kind === 'casualty' ? own(ship.casualties, id) : undefined
  return casualty?.transport ? beddedFacts(ship, casualty.id, casualty.transport) : null
}

/** [RUN3] */
export const reportOnScene = (ship: Ship, order: Extract<Order, { type: 'ReportOnScene' }>): Ruling => {
  const found = reporting(ship, order.crew)
  if (!found.ok) return found
  const { status, task } = found.value
  if (status === 'enRoute' || status === 'returning') return ok(arrivalFacts(ship, order.crew))
  if (task === null) return nothingToReport(order.crew, found.value)
  return ok(carriedThere(ship, found.value) ?? [])
}

const workOfCrew = (ship: Ship, { status, task }: CrewState): Task | null => {
  const work = status === 'working' && task !== null ? taskOf(ship, task) : null
  return work?.repair ? work : null
}

/** [RUN4] What was reported once cannot be taken back by a report; what damage undoes is undone. */
export const reportProgress = (
  ship: Ship,
  { crew, percent }: Extract<Order, { type: 'ReportProgress' }>,
  at: number,
): Ruling => {
  const found = reporting(ship, crew)
  if (!found.ok) return found
  const work = workOfCrew(ship, found.value)
  if (!work?.repair) return nothingToReport(crew, found.value)
  const reached = within('percent', percent, { least: percentAt(work.repair, at), most: 100 })
  return reached.ok ? ok(workReaching(ship, work, percent)) : reached
}

/** [RUN5] */
export const reportDone = (ship: Ship, { crew }: Extract<Order, { type: 'ReportDone' }>): Ruling => {
  const found = reporting(ship, crew)
  if (!found.ok) return found
  const bedded = carriedThere(ship, found.value)
  if (bedded) return ok(bedded)
  const work = workOfCrew(ship, found.value)
  return work ? ok(workReaching(ship, work, 100)) : nothingToReport(crew, found.value)
}
