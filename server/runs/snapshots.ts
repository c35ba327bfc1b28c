import { LogFull } from '#db/errors.ts'
import type { LogReader } from '#db/eventLog.ts'
import type { LogWriter } from '#db/logWriter.ts'
import { hashOf } from '#shared/ship/hash.ts'
import { newShip, type Ship, shipFrom, stateOf } from '#shared/ship/state.ts'
import type { FastifyBaseLogger } from 'fastify'
import { folding } from './restore.ts'
import type { ShipRun } from './shipRun.ts'
import { inTurns, type Work } from './work.ts'

/** A start folds at most so many events a ship, and so does opening a recording. */
const EVERY_EVENTS = 2_000
/** Of those saved, one in so many is folded again from the one before it. */
const COMPARED_ONE_IN = 20
/** Further than this from the one before, a snapshot is not compared: the fold would take long. Invented. */
const COMPARED_EVENTS_MOST = 20_000

interface Parts {
  readonly log: LogReader
  readonly writer: LogWriter
  readonly coreVersion: string
  readonly logger: FastifyBaseLogger
  /** Called for a ship that may run on a wrong fold. */
  readonly refold: (run: ShipRun) => Promise<void>
}

/** Saves folds now and then, so that a start need not fold a ship's whole log. Each may be thrown away. */
export class Snapshots {
  readonly #parts: Parts
  readonly #savedSeq = new Map<string, number>()
  /** Ships that may run on a wrong fold: of those nothing is saved. */
  readonly #suspect = new Set<ShipRun>()
  #saves = 0
  #wrong = 0

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** How many were found not to be what was written, or not what the events fold to. */
  get unusable(): number {
    return this.#wrong + this.#parts.log.damagedSnapshots()
  }

  async saveIfDue(run: ShipRun): Promise<void> {
    if (this.#suspect.has(run) || run.durable.ship.seq - this.#saved(run) < EVERY_EVENTS) return
    await this.save(run)
    if (this.#saves++ % COMPARED_ONE_IN === 0) await this.compare(run)
  }

  async save(run: ShipRun): Promise<void> {
    const { ship } = run.durable
    if (ship.seq === this.#saved(run) || this.#suspect.has(run)) return
    this.#savedSeq.set(run.id, ship.seq)
    const text = await inTurns(stateText(ship))
    const { writer, coreVersion } = this.#parts
    try {
      await writer.saveSnapshot({ ship: run.id, seq: ship.seq, at: ship.at, coreVersion, text })
    } catch (error) {
      if (!(error instanceof LogFull)) throw error // without room the log goes on, and the next start folds more
    }
  }

  /** Folds what the newest one says from the one before it, in pauses. If that is another ship, neither is to be trusted. */
  async compare(run: ShipRun): Promise<void> {
    const { id, plan } = run
    const { log, coreVersion, logger } = this.#parts
    const newest = log.latestSnapshot(id, coreVersion)
    if (!newest) return
    const before = log.latestSnapshot(id, coreVersion, newest.seq - 1)
    if (newest.seq - (before?.seq ?? 0) > COMPARED_EVENTS_MOST) return
    const from = before ? shipFrom(plan, before.state) : newShip(plan)
    const folded = await inTurns(folding(log, id, from, newest.seq))
    if (hashOf(stateOf(folded)) === hashOf(newest.state)) return
    this.#wrong += 1
    logger.error(
      { ship: id, seq: newest.seq, from: from.seq },
      'A snapshot is not what the events fold to: all of this ship are dropped, and she is folded anew from her log',
    )
    await this.#doWithout(run)
  }

  /** The ship was folded from one of them, or they from her. */
  async #doWithout(run: ShipRun): Promise<void> {
    const { writer, refold } = this.#parts
    this.#suspect.add(run)
    await writer.dropSnapshots(run.id)
    await refold(run)
    this.#suspect.delete(run)
    this.#savedSeq.delete(run.id)
  }

  #saved(run: ShipRun): number {
    const known = this.#savedSeq.get(run.id)
    if (known !== undefined) return known
    const seq = this.#parts.log.latestSnapshot(run.id, this.#parts.coreVersion)?.seq ?? 0
    this.#savedSeq.set(run.id, seq)
    return seq
  }
}

/** The JSON text of a state, part by part: of a large ship it takes some ms. What is evolved later is another state. */
function* stateText(ship: Ship): Work<string> {
  const members: string[] = []
  for (const [name, part] of Object.entries(stateOf(ship))) {
    if (part !== undefined) members.push(`${JSON.stringify(name)}:${JSON.stringify(part)}`)
    yield
  }
  return `{${members.join(',')}}`
}
