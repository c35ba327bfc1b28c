import type { Entry, EventLog, Snapshot, SnapshotText } from '#db/eventLog.ts'
import { LogBroken, LogFull } from '#db/errors.ts'

/** What becomes of a write, if not what should. */
export type WriteFault = 'full' | 'error before' | 'error after' | 'crash before' | 'crash after'

/** What the process that writes is to the disk. */
export interface Writer {
  readonly dead: boolean
  /** Power gone, or killed: it does nothing any more, not even hear of it. */
  die(): void
}

export type Written = (entries: readonly Pick<Entry, 'ship' | 'events' | 'command'>[]) => void

/** The log outlives the processes that write it. Each opens it anew, and each write may fail as is ordered. */
export class Disk {
  readonly log: EventLog
  /** What happens to the next write with events or orders in it. */
  next: WriteFault | null = null
  full = false
  readonly #written: Written

  constructor(log: EventLog, written: Written) {
    this.log = log
    this.#written = written
  }

  open(writer: Writer): EventLog {
    const write = <Value>(work: () => Value): Value => {
      if (writer.dead) throw new LogBroken('written by a process that is dead')
      if (this.full) throw new LogFull('the simulated disk')
      return work()
    }
    return {
      ...this.log,
      append: (batch) => write(() => this.#append(batch, writer)),
      createShip: (ship) =>
        write(() => {
          this.log.createShip(ship)
          this.#written([{ ship: ship.id, events: ship.events }])
        }),
      keepTimes: (times) => write(() => this.log.keepTimes(times)),
      saveSnapshot: (snapshot) => write(() => this.log.saveSnapshot(inItsOwnText(snapshot))),
      latestSnapshot: (ship, coreVersion, atOrBefore) => {
        const snapshot = this.log.latestSnapshot(ship, coreVersion, atOrBefore)
        return snapshot && inItsOwnWords(snapshot)
      },
      probe: () => write(() => undefined),
      close: () => undefined,
    }
  }

  #append(batch: readonly Entry[], writer: Writer): void {
    const fault = this.next
    this.next = null
    if (fault === 'full') throw new LogFull('the simulated disk')
    if (fault === 'crash before') writer.die()
    if (fault === 'crash before' || fault === 'error before') throw new LogBroken(fault)
    this.log.append(batch)
    this.#written(batch)
    if (fault === 'crash after') writer.die()
    if (fault === 'crash after' || fault === 'error after') throw new LogBroken(fault)
  }
}

/**
 * Every core version has a form of its own for what it keeps: here, the seed under a mask. A core that took another's for
 * its own would fold from a wrong ship.
 */
const inItsOwnWords = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  state: { ...snapshot.state, seed: snapshot.state.seed ^ maskOf(snapshot.coreVersion) },
})

const inItsOwnText = ({ text, ...place }: SnapshotText): SnapshotText => {
  const { state } = inItsOwnWords({ ...place, state: JSON.parse(text) as Snapshot['state'] })
  return { ...place, text: JSON.stringify(state) }
}

const maskOf = (coreVersion: string): number => coreVersion.length * 0x5eed
