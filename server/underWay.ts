import { UNLIMITED } from '#db/room.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Condition } from './condition.ts'
import type { Parts } from './parts.ts'
import { CommitQueue } from './runs/commitQueue.ts'
import { DiskSpace } from './runs/diskSpace.ts'
import { DueTimers } from './runs/dueTimers.ts'
import { refold } from './runs/refold.ts'
import type { ShipRun } from './runs/shipRun.ts'
import { Snapshots } from './runs/snapshots.ts'
import { TimeKeeper } from './runs/timeKeeper.ts'
import type { Ships } from './ships.ts'

interface Means extends Parts {
  readonly ships: Ships
  readonly condition: Condition
  /** These are durable now; none: she was folded anew. */
  readonly happened: (run: ShipRun, events: readonly RecordedEvent[]) => void
}

/** What keeps the ships of a log under way: what is decided is written, what falls due happens, where each stands is kept. */
export interface UnderWay {
  readonly queue: CommitQueue
  readonly space: DiskSpace
  /** How many snapshots could not be used. */
  readonly unusableSnapshots: () => number
  /** From now on her time passes. */
  readonly launch: (run: ShipRun) => void
  /** Nothing falls due any more. */
  readonly halt: () => void
  /** The last: writes down where every ship stands. */
  readonly stop: () => Promise<void>
}

export const keepUnderWay = (means: Means): UnderWay => {
  const { log, writer, clock, logger, metrics, ships, condition, happened, coreVersion, onBroken: broken } = means
  const { room = UNLIMITED } = means
  const space = new DiskSpace({ room, writer, clock, condition, logger, broken })
  const queue = new CommitQueue(writer, clock, {
    committed: (run, events) => {
      metrics.events.inc(events.length)
      means.backups?.happened()
      if (events.length > 0) happened(run, events)
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
    ...{ log, writer, logger, coreVersion },
    refold: async (run) => {
      await refold(run, log)
      launch(run)
      happened(run, []) // whoever watches her is told what to have folded
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
  metrics.disk({ room, full: () => space.full, queued: () => queue.length })

  return {
    queue,
    space,
    unusableSnapshots: () => snapshots.unusable,
    launch,
    halt: () => timers.stop(),
    stop: async () => {
      timers.stop()
      space.stop()
      keeper.stop()
      await keeper.keep()
      for (const run of ships.all()) await snapshots.save(run)
    },
  }
}
