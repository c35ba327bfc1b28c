import type { LogReader, StoredShip } from '#db/eventLog.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { nextDue } from '#shared/ship/advance.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import type { Clock } from './clock.ts'
import { unknownShip } from './problem.ts'
import { DoesNotFold, inQuarantine, type Quarantined } from './runs/quarantine.ts'
import { restoring, shipAsOf } from './runs/restore.ts'
import { ShipRun } from './runs/shipRun.ts'
import type { Work } from './runs/work.ts'

/** The ships of the log, each in memory once. */
export class Ships {
  readonly #log: LogReader
  readonly #clock: Clock
  readonly #coreVersion: string
  readonly #runs = new Map<string, ShipRun>()
  readonly #quarantined = new Map<string, Quarantined>()

  constructor(log: LogReader, clock: Clock, coreVersion: string) {
    this.#log = log
    this.#clock = clock
    this.#coreVersion = coreVersion
    for (const stored of log.ships()) this.#open(stored)
  }

  all(): Iterable<ShipRun> {
    return this.#runs.values()
  }

  /** Those that cannot be run. */
  quarantined(): readonly Quarantined[] {
    return [...this.#quarantined.values()]
  }

  /** Whether the log has her, in quarantine or not. */
  has(id: string): boolean {
    return this.#runs.has(id) || this.#quarantined.has(id)
  }

  find(id: string): Result<ShipRun, Problem> {
    const run = this.#runs.get(id)
    if (run) return ok(run)
    const quarantined = this.#quarantined.get(id)
    return err(quarantined ? inQuarantine(quarantined) : unknownShip(id))
  }

  /** Takes in a ship that has just been written into the log. */
  enter(definition: ShipFile): ShipRun {
    const { id } = definition
    const ship = shipAsOf(this.#log, id, planOf(definition), this.#coreVersion, null)
    return this.#take(id, ship, ship.at)
  }

  /** The ship as she was after the event of that seq; a long way from a snapshot it takes a while. */
  *asOf(run: Pick<ShipRun, 'id' | 'plan'>, seq: number): Work<Ship> {
    return seq === 0 ? newShip(run.plan) : yield* restoring(this.#log, run.id, run.plan, this.#coreVersion, seq)
  }

  /** One ship whose log does not fold must not keep the others from their work. */
  #open({ id, definition, head }: StoredShip): void {
    try {
      const ship = shipAsOf(this.#log, id, planFor(definition), this.#coreVersion, null)
      checkDue(ship)
      this.#take(id, ship, Math.max(ship.at, this.#log.keptTime(id) ?? 0))
    } catch (fault) {
      if (!(fault instanceof DoesNotFold)) throw fault
      this.#quarantined.set(id, { id, definition, head, fault })
    }
  }

  /** Mission time stood still while nobody ran the ship: it goes on from `at`, as fast as before. */
  #take(id: string, ship: Ship, at: number): ShipRun {
    const anchor = { rate: ship.rate, at, elapsedMs: this.#clock.elapsedMs() }
    const run = new ShipRun(id, { ship, anchor }, this.#clock)
    this.#runs.set(id, run)
    return run
  }
}

/** Throws `DoesNotFold`: what an older program took for a ship, this one need not. */
const planFor = (definition: ShipFile | null): Plan => {
  if (!definition) throw new DoesNotFold(0, 'her file is not JSON', null)
  try {
    return planOf(definition)
  } catch (cause) {
    throw new DoesNotFold(0, 'her file cannot be used by this version', cause)
  }
}

/** Throws `DoesNotFold`: a ship whose time cannot go on is as good as one that cannot be folded. */
const checkDue = (ship: Ship): void => {
  try {
    nextDue(ship)
  } catch (cause) {
    throw new DoesNotFold(ship.seq, 'what falls due after it cannot be worked out', cause)
  }
}
