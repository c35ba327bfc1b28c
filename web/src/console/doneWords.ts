import type { ImprovementStatus, Order } from '#shared/ship/commands.ts'
import type { Plan } from '#shared/ship/plan.ts'
import type { KeptOrder } from '../link/kept.ts'
import type { Outcome } from '../link/outbox.ts'
import { plural } from '../panels/format.ts'
import { crewName, placeName, systemName, taskName } from '#shared/ship/views/words.ts'

const IMPROVEMENT: Readonly<Record<ImprovementStatus, string>> = {
  open: 'Improvement recorded',
  done: 'Improvement done',
  dropped: 'Improvement dropped',
}

/** What an order that was carried out has done; null where the screen shows it anyway. */
export const doneInWords = (plan: Plan, order: Order): string | null => {
  switch (order.type) {
    case 'DispatchCrew':
      return `${crewName(plan, order.crew)} sent to ${taskName(plan, order.task)}`
    case 'RecallCrew':
      return `${crewName(plan, order.crew)} recalled`
    case 'RaiseForceField':
      return `Force field raised at ${placeName(plan, order.compartment)}`
    case 'LowerForceField':
      return `Force field lowered at ${placeName(plan, order.compartment)}`
    case 'SealPassage':
      return `Passage ${order.passage} sealed`
    case 'OpenPassage':
      return `Passage ${order.passage} open`
    case 'StartSystem':
      return `${systemName(plan, order.system)} started`
    case 'EvacuateCompartment':
      return `${placeName(plan, order.compartment)} is told to leave`
    case 'VentCompartment':
      return `${placeName(plan, order.compartment)} opened to space`
    case 'SuppressFire':
      return `Fire suppression in ${placeName(plan, order.compartment)}`
    case 'RunDiagnostic':
      return `Diagnostic of ${systemName(plan, order.system)} begun`
    case 'RigCasualtyPower':
      return `Casualty power ordered for ${systemName(plan, order.system)}; it needs a crew`
    case 'ReportDamage':
      return 'Report recorded'
    case 'ConfirmReport':
      return `Report ${order.report} confirmed`
    case 'RefuteReport':
      return `Report ${order.report}: nothing there`
    case 'AcknowledgeAlarm':
      return 'Alarm acknowledged'
    case 'SilenceAlarms':
      return 'Alarms silenced for 30 seconds'
    case 'ShelveAlarm':
      return 'Alarm shelved'
    case 'UnshelveAlarm':
      return 'Alarm taken back from the shelf'
    case 'RecordLog':
      return 'Recorded'
    case 'RateObjective':
      return order.rating === null ? 'Rating taken back' : `Rated ${order.rating}`
    case 'RecordImprovement':
      return IMPROVEMENT[order.status]
    case 'SetStandards':
      return 'Standards set'
    default:
      return null
  }
}

/** What became of an order that was given before the page was loaded anew. */
export const lateInWords = (plan: Plan, order: Order, outcome: Outcome): string =>
  outcome.ok
    ? `Your earlier order was carried out: ${doneInWords(plan, order) ?? order.type}`
    : `Your earlier order ${order.type} was not carried out: ${outcome.error.detail}`

/** Of orders that somebody else gave at this screen, and that had no answer. */
export const notAskedInWords = (orders: readonly KeptOrder[]): string => {
  const givers = new Set(orders.map(({ by }) => by.name || by.role))
  return `${plural(orders.length, 'order')} of ${[...givers].join(' and ')} had no answer, and the server is not asked in your name`
}

/** The order that takes back another; null where what was done stays done, or only whoever gave it knows how it was before. */
export const undoOf = (order: Order): Order | null =>
  order.type === 'DispatchCrew' ? { type: 'RecallCrew', crew: order.crew } : null
