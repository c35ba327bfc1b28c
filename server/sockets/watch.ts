import type { Answer, Resumed, Snapshot } from '#shared/protocol/sockets.ts'
import type { ShipRun } from '../runs/shipRun.ts'
import { shownEvents, shownNow } from '../shown.ts'
import type { Service } from '../service.ts'
import type { Broadcast } from './broadcast.ts'
import type { Dashboard } from './dashboard.ts'
import type { Presence } from './presence.ts'
import { roomFor } from './rooms.ts'

/** Whoever calls, and what a call may need. */
export interface Caller {
  readonly socket: Dashboard
  readonly service: Service
  readonly presence: Presence
  readonly broadcast: Broadcast
}

/** With more missed than this, the state itself is less to send. */
const GAP_MOST = 2_000

/**
 * Tells how the ship stands and, from the very next event on, what becomes of her. What was missed is read and the room
 * joined in one go, without another event in between, and after what was still to be sent: nothing is lost or comes twice.
 */
export const watch = (
  caller: Caller,
  { ship, after, log }: { readonly ship: string; readonly after?: number; readonly log?: string },
): Answer<Snapshot | Resumed> => {
  const { socket, service, presence, broadcast } = caller
  const found = service.ships.find(ship)
  if (!found.ok) return found
  const { role } = socket.data.person
  const { id } = service.log
  const known = log === id ? after : undefined // what was seen of another log says nothing of this one
  broadcast.sendNow(found.value)
  const answer = resumed(caller, found.value, known) ?? { ...shownNow(found.value, role), log: id }
  void socket.join(roomFor(ship, role))
  presence.arrive(ship, socket)
  return { ok: true, ...answer }
}

export const unwatch = ({ socket, presence }: Caller, { ship }: { readonly ship: string }): Answer<object> => {
  void socket.leave(roomFor(ship, socket.data.person.role))
  presence.leave(ship, socket)
  return { ok: true }
}

const resumed = ({ socket, service }: Caller, run: ShipRun, after: number | undefined): Resumed | null => {
  const { seq } = run.durable.ship
  if (after === undefined || after > seq || seq - after > GAP_MOST) return null
  const missed = after === seq ? [] : service.log.events(run.id, after, seq - after) // the log may be ahead of what was told
  return { seq, at: run.now(), clock: run.missionClock(), events: shownEvents(missed, socket.data.person.role) }
}
