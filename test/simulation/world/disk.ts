import type { Dice } from '#shared/dice.ts'
import type { ShipState } from '#shared/ship/state.ts'
import { LogBroken, LogFull } from '#db/errors.ts'
import type { Entry, EventLog, LogReader, SnapshotText } from '#db/eventLog.ts'
import type { LogWriter } from '#db/logWriter.ts'
import type { VirtualTime } from './virtualTime.ts'

/** What becomes of a write, if not what should. After a crash the process does nothing any more, not even hear of it. */
export type WriteFault = 'full' | 'error before' | 'error after' | 'crash before' | 'crash after'

/** The process that writes, to the disk. */
export interface Writer {
  readonly dead: boolean
  die(): void
  whenAwake(call: () => void): void
}

export type Written = (entry: Pick<Entry, 'ship' | 'events' | 'command'>) => void

/** The log as a process has it. */
export interface Opened {
  readonly log: LogReader
  readonly writer: LogWriter
}

/** A defect in how it is read or written, to see that it is found. */
export type Sabotage = (opened: Opened) => Opened

export interface DiskParts {
  readonly sabotage?: Sabotage | undefined
  readonly log: EventLog
  readonly time: VirtualTime
  readonly dice: Dice
  /** Hears of everything that has become durable, before the process does. */
  readonly written: Written
}

/** A sync takes so long, ms, when nothing is wrong. */
const WRITE_MS = { least: 1, most: 6 } as const

/** The log outlives the processes that write it. Each opens it anew, and each write may fail as is ordered. */
export class Disk {
  /** What happens to the next write with events or orders in it. */
  next: WriteFault | null = null
  full = false
  /** Added to what every write takes, ms. */
  slowMs = 0
  readonly #parts: DiskParts
  #freeAtMs = 0

  constructor(parts: DiskParts) {
    this.#parts = parts
  }

  open(writer: Writer): Opened {
    const { log, sabotage = (opened) => opened } = this.#parts
    const write = (work: () => void): Promise<void> => this.#write(writer, work)
    return sabotage({
      log: {
        ...log,
        latestSnapshot: (ship, coreVersion, atOrBefore) => {
          const snapshot = log.latestSnapshot(ship, coreVersion, atOrBefore)
          return snapshot && { ...snapshot, state: masked(snapshot.state, coreVersion) }
        },
      },
      writer: {
        append: (batch) => write(() => this.#append(batch, writer)),
        createShip: (ship) => write(() => log.createShip(ship)),
        keepTimes: (times) => write(() => log.keepTimes(times)),
        saveSnapshot: (snapshot) => write(() => log.saveSnapshot(inItsOwnWords(snapshot))),
        dropSnapshots: (ship) => write(() => log.dropSnapshots(ship)),
        probe: () => write(() => undefined),
        close: () => Promise.resolve(),
      },
    })
  }

  /** One after the other, in the order asked. */
  #write(writer: Writer, work: () => void): Promise<void> {
    const { time, dice } = this.#parts
    const takesMs = dice.whole(WRITE_MS.least, WRITE_MS.most) + this.slowMs
    this.#freeAtMs = Math.max(time.nowMs, this.#freeAtMs) + takesMs
    return new Promise((done, failed) => {
      time.after(this.#freeAtMs - time.nowMs, () =>
        writer.whenAwake(() => {
          try {
            if (this.full) throw new LogFull('the simulated disk')
            work()
            done()
          } catch (error) {
            failed(error instanceof Error ? error : new Error(String(error)))
          }
        }),
      )
    })
  }

  #append(batch: readonly Entry[], writer: Writer): void {
    const fault = this.next
    this.next = null
    if (fault === 'full') throw new LogFull('the simulated disk')
    if (fault === 'crash before') writer.die()
    if (fault === 'crash before' || fault === 'error before') throw new LogBroken(fault)
    this.#parts.log.append(batch)
    for (const entry of batch) this.#parts.written(entry)
    if (fault === 'crash after') writer.die()
    if (fault === 'crash after' || fault === 'error after') throw new LogBroken(fault)
  }
}

/**
 * Every core version has a form of its own for what it keeps: here, the seed under a mask. A core that took another's for
 * its own would fold from a wrong ship.
 */
const masked = (state: ShipState, coreVersion: string): ShipState => ({
  ...state,
  seed: state.seed ^ (coreVersion.length * 0x5eed),
})

const inItsOwnWords = (snapshot: SnapshotText): SnapshotText => ({
  ...snapshot,
  text: JSON.stringify(masked(JSON.parse(snapshot.text) as ShipState, snapshot.coreVersion)),
})
