import { projectEvent, projectState } from '#shared/protocol/projection.ts'
import { seesAll } from '#shared/protocol/rights.ts'
import type { Snapshot } from '#shared/protocol/sockets.ts'
import type { RecordedEvent, Role } from '#shared/ship/events.ts'
import { type Ship, shipFrom, stateOf } from '#shared/ship/state.ts'
import type { ShipRun } from './runs/shipRun.ts'

/** What of a ship is shown to whom: only what is durable, and nothing that the role has yet to find out. */
export const shownShip = ({ plan, durable }: ShipRun, role: Role): Ship =>
  seesAll(role) ? durable.ship : shipFrom(plan, projectState(stateOf(durable.ship), role))

export const shownNow = (run: ShipRun, role: Role): Omit<Snapshot, 'log'> => ({
  definition: run.definition,
  seq: run.durable.ship.seq,
  at: run.now(),
  clock: run.missionClock(),
  state: projectState(stateOf(run.durable.ship), role),
})

/** The events as the role may have them; the very same list where nothing is hidden. */
export const shownEvents = (events: readonly RecordedEvent[], role: Role): readonly RecordedEvent[] => {
  const shown = events.map((event) => projectEvent(event, role))
  return shown.every((event, index) => event === events[index]) ? events : shown
}

/** Stored JSON text of an event as the role may have it. */
export const shownText = (text: string, role: Role): string =>
  seesAll(role) ? text : JSON.stringify(projectEvent(JSON.parse(text) as RecordedEvent, role))
