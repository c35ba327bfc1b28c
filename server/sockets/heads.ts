import { projectState } from '#shared/protocol/projection.ts'
import type { Role } from '#shared/ship/events.ts'
import { hashOf } from '#shared/ship/hash.ts'
import { stateOf } from '#shared/ship/state.ts'
import type { ShipRun } from '../runs/shipRun.ts'
import type { Service } from '../service.ts'
import type { Broadcast } from './broadcast.ts'
import type { Sockets } from './dashboard.ts'
import { CREW_ROLE, crewRoom, wholeRoom } from './rooms.ts'

/** Often enough to find a difference while it is fresh, and seldom enough to cost nothing. */
const AFTER_MS = 5_000

/** Some time after something has happened whoever watches is told what they should have folded; of a ship at rest nothing is said. */
export const tellHeads = (io: Sockets, { onEvents, clock }: Service, broadcast: Broadcast): void => {
  const waiting = new Set<ShipRun>()

  const watchedRooms = ({ id }: ShipRun): readonly (readonly [room: string, role: Role])[] =>
    [[wholeRoom(id), 'instructor'] as const, [crewRoom(id), CREW_ROLE] as const].filter(([room]) =>
      io.sockets.adapter.rooms.has(room),
    )
  const tell = (run: ShipRun): void => {
    waiting.delete(run)
    broadcast.sendNow(run) // or they would be told of a seq that they have yet to be sent
    const { ship } = run.durable
    for (const [room, role] of watchedRooms(run))
      io.to(room).emit('head', { ship: run.id, seq: ship.seq, hash: hashOf(projectState(stateOf(ship), role)) })
  }

  onEvents((run) => {
    if (waiting.has(run) || watchedRooms(run).length === 0) return
    waiting.add(run)
    clock.after(AFTER_MS, () => tell(run))
  })
}
