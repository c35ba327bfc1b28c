import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { LIMITS, within } from '../limits.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship } from '../state.ts'

export const setAlert = (ship: Ship, { condition }: Extract<Order, { type: 'SetAlert' }>): Ruling =>
  ok(ship.alert === condition ? [] : [{ type: 'AlertSet', condition }])

export const setClock = (ship: Ship, { rate }: Extract<Order, { type: 'SetClock' }>): Ruling => {
  const asked = within('rate', rate, LIMITS.rate)
  if (!asked.ok) return asked
  return ok(ship.rate === rate ? [] : [{ type: 'ClockSet', rate }])
}

export const incidentOpened = (
  ship: Ship,
  kind: Extract<Order, { type: 'OpenIncident' }>['kind'],
  name: string,
): Fact => ({
  type: 'IncidentOpened',
  incident: `${ship.plan.file.id}-${ship.numbers.incident + 1}`,
  kind,
  name,
})

/** [INC1] One incident at a time. */
export const openIncident = (ship: Ship, { kind, name }: Extract<Order, { type: 'OpenIncident' }>): Ruling => {
  if (ship.incident) return err({ code: 'IncidentOpen', incident: ship.incident.id, name: ship.incident.name })
  return ok([incidentOpened(ship, kind, name)])
}

export const closeIncident = (ship: Ship): Ruling =>
  ship.incident ? ok([{ type: 'IncidentClosed', incident: ship.incident.id }]) : err({ code: 'NoIncidentOpen' })

export const recordLog = (_ship: Ship, { text }: Extract<Order, { type: 'RecordLog' }>): Ruling =>
  ok([{ type: 'LogRecorded', text }])

/** A note may be pinned to any moment that has been. */
export const pinNote = (order: Extract<Order, { type: 'PinNote' }>, at: number): Ruling => {
  const pinned = within('at', order.at, { least: 0, most: at })
  if (!pinned.ok) return pinned
  return ok([{ type: 'NotePinned', pinnedAt: order.at, text: order.text, kind: order.kind }])
}
