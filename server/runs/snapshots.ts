import { LogFull } from '#db/errors.ts'
import type { LogReader } from '#db/eventLog.ts'
import type { LogWriter } from '#db/logWriter.ts'
import { type Ship, stateOf } from '#shared/ship/state.ts'
import type { ShipRun } from './shipRun.ts'
import { inTurns, type Work } from './work.ts'

/** A start folds at most so many events a ship, and so does opening a recording. */
const EVERY_EVENTS = 2_000

/** Saves folds now and then, so that a start need not fold a ship's whole log. Each may be thrown away. */
export class Snapshots {
  readonly #log: LogReader
  readonly #writer: LogWriter
  readonly #coreVersion: string
  readonly #savedSeq = new Map<string, number>()

  constructor(log: LogReader, writer: LogWriter, coreVersion: string) {
    this.#log = log
    this.#writer = writer
    this.#coreVersion = coreVersion
  }

  async saveIfDue(run: ShipRun): Promise<void> {
    if (run.durable.ship.seq - this.#saved(run) >= EVERY_EVENTS) await this.save(run)
  }

  async save(run: ShipRun): Promise<void> {
    const { ship } = run.durable
    if (ship.seq === this.#saved(run)) return
    this.#savedSeq.set(run.id, ship.seq)
    const text = await inTurns(stateText(ship))
    try {
      await this.#writer.saveSnapshot({
        ...{ ship: run.id, seq: ship.seq, at: ship.at, text },
        coreVersion: this.#coreVersion,
      })
    } catch (error) {
      if (!(error instanceof LogFull)) throw error // without room the log goes on, and the next start folds more
    }
  }

  #saved(run: ShipRun): number {
    const known = this.#savedSeq.get(run.id)
    if (known !== undefined) return known
    const seq = this.#log.latestSnapshot(run.id, this.#coreVersion)?.seq ?? 0
    this.#savedSeq.set(run.id, seq)
    return seq
  }
}

/** The JSON text of a state, part by part: of a large ship it takes some ms. What is evolved later is another state. */
function* stateText(ship: Ship): Work<string> {
  const members: string[] = []
  for (const [name, part] of Object.entries(stateOf(ship))) {
    members.push(`${JSON.stringify(name)}:${JSON.stringify(part)}`)
    yield
  }
  return `{${members.join(',')}}`
}
