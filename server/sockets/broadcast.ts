import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Anchor } from '../runs/missionClock.ts'
import type { ShipRun } from '../runs/shipRun.ts'
import type { Service } from '../service.ts'
import { shownEvents } from '../shown.ts'
import type { Sockets } from './dashboard.ts'
import { CREW_ROLE, crewRoom, wholeRoom } from './rooms.ts'

/** One frame a ship and turn of the loop, encoded once for everyone who sees the same. */
export const broadcastEvents = (io: Sockets, { onEvents, metrics, ships }: Service): void => {
  const announced = new WeakMap<ShipRun, Anchor>()
  for (const run of ships.all()) announced.set(run, run.durable.anchor)

  const send = (run: ShipRun, rooms: readonly string[], events: readonly RecordedEvent[]): void => {
    const [first] = events
    if (!first || !rooms.some((room) => io.sockets.adapter.rooms.has(room))) return
    io.to([...rooms]).emit('events', { ship: run.id, from: first.seq, events })
    metrics.frames.inc()
  }

  onEvents((run, events) => {
    const [whole, crew] = [wholeRoom(run.id), crewRoom(run.id)]
    const forCrew = shownEvents(events, CREW_ROLE)
    if (forCrew === events) send(run, [whole, crew], events)
    else {
      send(run, [whole], events)
      send(run, [crew], forCrew)
    }
    if (announced.get(run) === run.durable.anchor) return
    announced.set(run, run.durable.anchor)
    io.to([whole, crew]).emit('clock', { ship: run.id, ...run.missionClock() })
  })
}
