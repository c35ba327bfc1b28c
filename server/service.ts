import { LogFull, ShipExists } from '#db/errors.ts'
import type { LogReader } from '#db/eventLog.ts'
import type { LogWriter } from '#db/logWriter.ts'
import { type Room, UNLIMITED } from '#db/room.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import type { FastifyBaseLogger } from 'fastify'
import { AccessControl } from './access/accessControl.ts'
import { type AccessSettings, openAccess } from './access/settings.ts'
import type { BackupSchedule } from './backups/schedule.ts'
import { type Clock, isoWall } from './clock.ts'
import { Condition } from './condition.ts'
import type { Library } from './library/library.ts'
import { Limits } from './limits/limits.ts'
import type { Metrics } from './metrics.ts'
import { NO_ROOM, shipExists } from './problem.ts'
import { type Guard, guardOf } from './receive/guard.ts'
import { type SenderOf, sendersBehind } from './receive/sender.ts'
import type { ImportFolder } from './recordings/importFolder.ts'
import { Recordings } from './recordings/recordings.ts'
import { Reviews } from './reviews/reviews.ts'
import { CommitQueue } from './runs/commitQueue.ts'
import { DiskSpace } from './runs/diskSpace.ts'
import { DueTimers } from './runs/dueTimers.ts'
import { refold } from './runs/refold.ts'
import type { ShipRun } from './runs/shipRun.ts'
import { Snapshots } from './runs/snapshots.ts'
import { TimeKeeper } from './runs/timeKeeper.ts'
import { Ships } from './ships.ts'

export interface Parts {
  readonly log: LogReader
  /** Everything that is written to the log goes through it. */
  readonly writer: LogWriter
  /** Of the disk that the log is on; without limits, if it is on none. */
  readonly room?: Room
  readonly clock: Clock
  readonly library: Library
  readonly imports: ImportFolder
  readonly logger: FastifyBaseLogger
  readonly metrics: Metrics
  readonly coreVersion: string
  /** Open on this machine, if nothing is said. */
  readonly access?: AccessSettings
  /** Whether rates are limited, whoever is let in; if nothing is said, where access is guarded. */
  readonly limited?: boolean
  /** If any are to be taken. */
  readonly backups?: BackupSchedule | null
  /** Whether the log can be trusted is not known any more: the process must end. */
  readonly onBroken: (error: unknown) => void
}

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
  const { room = UNLIMITED } = parts
  const space = new DiskSpace({ room, writer, clock, condition, logger, broken })
  const queue = new CommitQueue(writer, clock, {
    committed: (run, events) => {
      metrics.events.inc(events.length)
      parts.backups?.happened()
      if (events.length > 0) for (const listener of listeners) listener(run, events)
      launch(run)
      clock.afterThisTurn(() => void snapshots.saveIfDue(run).catch(broken))
    },
    refused: (run) => {
      space.ranOut()
      timers.retry(run)
    },
    broken,
    measured: (seconds) => {
      metrics.commitSeconds.observe(seconds)
      space.wrote()
    },
  })
  const timers = new DueTimers(clock, queue, (run, err) =>
    logger.error({ ship: run.id, err }, 'What fell due could not be worked out; time stands still for this ship'),
  )
  const keeper = new TimeKeeper(writer, clock, () => ships.all(), broken)
  const snapshots = new Snapshots({
    ...{ log, writer, logger, coreVersion: parts.coreVersion },
    refold: async (run) => {
      await refold(run, log)
      launch(run)
      for (const listener of listeners) listener(run, []) // whoever watches her is told what to have folded
    },
  })

  const launch = (run: ShipRun): void => {
    timers.arm(run)
    keeper.wake()
  }
  for (const run of ships.all()) {
    launch(run)
    clock.afterThisTurn(() => void snapshots.compare(run).catch(broken))
  }
  for (const { id, fault } of ships.quarantined())
    logger.error(
      { ship: id, seq: fault.seq, err: fault },
      'This ship is in quarantine: she can be read, and not be run',
    )
  metrics.disk({ room, full: () => space.full, queued: () => queue.length })
  metrics.unusableSnapshots(() => snapshots.unusable)
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
      launch(run)
      return ok(run)
    },
    drain: async () => {
      closed = true
      timers.stop()
      condition.become('stopping', BACK_IN_MS)
      await queue.flush()
    },
    stop: async () => {
      timers.stop()
      space.stop()
      keeper.stop()
      await keeper.keep()
      for (const run of ships.all()) await snapshots.save(run)
      access.close()
    },
  }
}
