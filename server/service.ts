import { LogFull, ShipExists } from '#db/errors.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { AccessControl } from './access/accessControl.ts'
import { openAccess } from './access/settings.ts'
import { isoWall } from './clock.ts'
import { Condition } from './condition.ts'
import { Limits } from './limits/limits.ts'
import type { Parts } from './parts.ts'
import { NO_ROOM, shipExists } from './problem.ts'
import { type Guard, guardOf } from './receive/guard.ts'
import { type SenderOf, sendersBehind } from './receive/sender.ts'
import { Recordings } from './recordings/recordings.ts'
import { Reviews } from './reviews/reviews.ts'
import type { CommitQueue } from './runs/commitQueue.ts'
import type { DiskSpace } from './runs/diskSpace.ts'
import type { ShipRun } from './runs/shipRun.ts'
import { Ships } from './ships.ts'
import { keepUnderWay } from './underWay.ts'

/** About what a start takes, with the time in which whoever keeps the server running notices its end. Invented. */
const BACK_IN_MS = 2_000

type Listener = (run: ShipRun, events: readonly RecordedEvent[]) => void

export interface Service extends Omit<Parts, 'access'> {
  readonly access: AccessControl
  readonly senderOf: SenderOf
  readonly guard: Guard
  readonly condition: Condition
  readonly ships: Ships
  readonly recordings: Recordings
  readonly reviews: Reviews
  readonly queue: CommitQueue
  readonly space: DiskSpace
  readonly limits: Limits
  /** True from the moment at which the server has begun to stop, or cannot go on. */
  readonly closed: () => boolean
  /** Called for every ship and turn of the loop in which something became durable, and with nothing for one that was folded anew. */
  readonly onEvents: (listener: Listener) => void
  /** A new ship, in the log and under way. */
  readonly commission: (definition: ShipFile, events: readonly RecordedEvent[]) => Promise<Result<ShipRun, Problem>>
  /** Takes no more orders, and writes what is waiting. */
  readonly drain: () => Promise<void>
  /** Writes down where every ship stands, and lets go of who is in. The log is to be closed next. */
  readonly stop: () => Promise<void>
}

/** The ships and what keeps them going, without any way in. */
export const createService = (parts: Parts): Service => {
  const { log, writer, clock, logger, metrics } = parts
  const condition = new Condition(clock)
  const ships = new Ships(log, clock, parts.coreVersion)
  const recordings = new Recordings({ log, ships }, parts.imports)
  const { access: settings = openAccess() } = parts
  const access = new AccessControl(settings, clock)
  access.onEnded(({ id, role }) => logger.info({ session: id, role }, 'A session has ended'))
  const senderOf = sendersBehind(settings.proxies)
  const limits = new Limits(clock, parts.limited ?? settings.mode === 'guarded')
  const listeners: Listener[] = []
  let closed = false

  const broken = (error: unknown): void => {
    closed = true
    parts.onBroken(error)
  }
  const underWay = keepUnderWay({
    ...{ ...parts, ships, condition, onBroken: broken },
    happened: (run, events) => {
      for (const listener of listeners) listener(run, events)
    },
  })
  const { queue, space } = underWay
  for (const { id, fault } of ships.quarantined())
    logger.error(
      { ship: id, seq: fault.seq, err: fault },
      'This ship is in quarantine: she can be read, and not be run',
    )
  metrics.unusableSnapshots(underWay.unusableSnapshots)
  metrics.quarantined(() => ships.quarantined().length)
  metrics.seqs(() => [...ships.all()].map(({ id, durable }) => [id, durable.ship.seq]))

  return {
    ...parts,
    access,
    senderOf,
    guard: guardOf(settings.hosts, senderOf),
    condition,
    ships,
    recordings,
    reviews: new Reviews(recordings),
    queue,
    space,
    limits,
    closed: () => closed,
    onEvents: (listener) => listeners.push(listener),
    commission: async (definition, events) => {
      const { id } = definition
      if (ships.has(id)) return err(shipExists(id))
      if (space.full) return err(NO_ROOM)
      try {
        await writer.createShip({ id, definition, wall: isoWall(clock), events })
      } catch (error) {
        if (error instanceof ShipExists) return err(shipExists(id)) // asked for twice at the same time
        if (error instanceof LogFull) {
          space.ranOut()
          return err(NO_ROOM)
        }
        broken(error)
        throw error
      }
      const run = ships.enter(definition)
      underWay.launch(run)
      return ok(run)
    },
    drain: async () => {
      closed = true
      underWay.halt()
      condition.become('stopping', BACK_IN_MS)
      await queue.flush()
    },
    stop: async () => {
      await underWay.stop()
      access.close()
    },
  }
}
