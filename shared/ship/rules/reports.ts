import type { Order } from '../commands.ts'
import type { Fact, ShipEvent } from '../events.ts'
import { healthAt } from '../formula.ts'
import { shown } from '../known.ts'
import { type Law, NOTHING } from '../law.ts'
import { own } from '../records.ts'
import type { Rejection, Ruling } from '../rejections.ts'
import { err, ok, type Result } from '../../result.ts'
import type { Report, Ship } from '../state.ts'
import type { DamageKind } from '../terms.ts'
import { passageState } from './passages.ts'
import { isCrewIn } from './sensing.ts'

/** [REP1] Location and nature first; the rest when there is time. */
export const reportDamage = (ship: Ship, order: Extract<Order, { type: 'ReportDamage' }>): Ruling => {
  const { compartment, what, text, extent = null, needs = null } = order
  if (!ship.plan.compartments.has(compartment))
    return err({ code: 'UnknownThing', what: 'compartment', id: compartment })
  const report = `R${ship.numbers.report + 1}`
  return ok([{ type: 'DamageReported', report, compartment, what, text, extent, needs }])
}

/** A report that may still be added to, or settled this way. */
const openFor = (ship: Ship, id: string, status: 'confirmed' | 'refuted'): Result<Report, Rejection> => {
  const report = own(ship.reports, id)
  if (!report) return err({ code: 'UnknownThing', what: 'report', id })
  if (report.status === 'reported' || report.status === status) return ok(report)
  return err({ code: 'ReportSettled', report: id, reportStatus: report.status })
}

/** [REP2] What stands is added to, never rubbed out: the log has both. */
export const followUpReport = (ship: Ship, order: Extract<Order, { type: 'FollowUpReport' }>): Ruling => {
  const found = openFor(ship, order.report, 'confirmed')
  if (!found.ok) return found
  const { report, extent = null, needs = null } = order
  return ok(extent === null && needs === null ? [] : [{ type: 'ReportFollowedUp', report, extent, needs }])
}

/** [REP3] */
export const confirmReport = (ship: Ship, { report }: Extract<Order, { type: 'ConfirmReport' }>): Ruling => {
  const found = openFor(ship, report, 'confirmed')
  if (!found.ok) return found
  return ok(found.value.status === 'confirmed' ? [] : [{ type: 'ReportConfirmed', report }])
}

/** [REP3] */
export const refuteReport = (ship: Ship, { report }: Extract<Order, { type: 'RefuteReport' }>): Ruling => {
  const found = openFor(ship, report, 'refuted')
  if (!found.ok) return found
  return ok(found.value.status === 'refuted' ? [] : [{ type: 'ReportRefuted', report }])
}

/** Whether there is such a thing in a compartment. What is reported as “other” only people can judge. */
const IS_THERE: Readonly<Record<Exclude<DamageKind, 'other'>, (ship: Ship, compartment: string) => boolean>> = {
  breach: (ship, id) => Object.values(ship.breaches).some(({ compartment }) => compartment === id),
  fire: (ship, id) => id in ship.fires,
  'thin-air': (ship, id) => ship.air[id]?.thin === true,
  leak: (ship, id) => Object.values(ship.leaks).some(({ compartment }) => compartment === id),
  passage: (ship, id) =>
    (ship.plan.passagesOf.get(id) ?? []).some((passage) => passageState(ship, passage) === 'jammed'),
  system: (ship, id) => (ship.plan.systemsIn.get(id) ?? []).some((system) => healthAt(ship, system.id, ship.at) < 100),
  casualties: (ship, id) =>
    Object.values(ship.casualties).some(
      ({ compartment, status }) => compartment === id && (status === 'waiting' || status === 'moving'),
    ),
}

/** A crew that is there tells at once what a report is worth; in a live drill the people do, by reports of their own. */
const settled = (ship: Ship, { id, what, compartment }: Report): Fact | null => {
  if (what === 'other') return null
  if (IS_THERE[what](ship, compartment)) return { type: 'ReportConfirmed', report: id }
  return ship.runMode === 'simulated' && isCrewIn(ship, compartment) ? { type: 'ReportRefuted', report: id } : null
}

const react = (ship: Ship, event: ShipEvent): readonly Fact[] => {
  if (event.type === 'ReportConfirmed' || event.type === 'ReportRefuted') return NOTHING
  const open = Object.values(ship.reports).filter(({ status }) => status === 'reported')
  if (open.length === 0) return NOTHING
  const aboard = shown(ship)
  return open.map((report) => settled(aboard, report)).filter((fact) => fact !== null)
}

/** [REP4] [REP5] What is known of a place settles what was said of it. */
export const reports: Law = { react }
