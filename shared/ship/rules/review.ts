import type { Order } from '../commands.ts'
import { LIMITS, within } from '../limits.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship } from '../state.ts'

/** [RVW1] Whether this ship has had that incident. Incidents are numbered as they are opened. */
const hasHad = ({ plan, numbers }: Ship, incident: string): boolean => {
  const prefix = `${plan.file.id}-`
  const number = Number(incident.slice(prefix.length))
  return incident === `${prefix}${number}` && Number.isInteger(number) && number >= 1 && number <= numbers.incident
}

const unknown = (id: string): Ruling => err({ code: 'UnknownThing', what: 'incident', id })

export const rateObjective = (ship: Ship, order: Extract<Order, { type: 'RateObjective' }>): Ruling => {
  const { incident, objective, text, rating, remark = null } = order
  if (!hasHad(ship, incident)) return unknown(incident)
  return ok([{ type: 'ObjectiveRated', incident, objective, text, rating, remark }])
}

export const recordImprovement = (ship: Ship, order: Extract<Order, { type: 'RecordImprovement' }>): Ruling => {
  const { incident, improvement, text, owner, status } = order
  if (!hasHad(ship, incident)) return unknown(incident)
  return ok([{ type: 'ImprovementRecorded', incident, improvement, text, owner, status }])
}

/** [RVW2] A measure named twice is judged by its last setting. */
export const setStandards = ({ standards }: Extract<Order, { type: 'SetStandards' }>): Ruling => {
  for (const { withinS, sharePercent } of standards) {
    const soon = withinS === null ? ok(0) : within('withinS', withinS, LIMITS.standardS)
    if (!soon.ok) return soon
    const share = within('sharePercent', sharePercent, LIMITS.standardPercent)
    if (!share.ok) return share
  }
  return ok([{ type: 'StandardsSet', standards }])
}
