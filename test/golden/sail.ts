import { diceFor } from '#shared/dice.ts'
import { scriptOf } from '#shared/scenario-file/script-of.ts'
import type { ScenarioFile } from '#shared/scenario-file/schema.ts'
import { advanced } from '#shared/ship/advance.ts'
import { decided } from '#shared/ship/decide.ts'
import type { RecordedEvent, ShipEvent } from '#shared/ship/events.ts'
import { evolve } from '#shared/ship/evolve.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { nearest } from '#shared/ship/policy.ts'
import { newShip, type Ship, stateOf } from '#shared/ship/state.ts'
import { commissioned } from '../../server/commissioning.ts'
import { BY_ITSELF, type Origin, record } from '../../server/runs/record.ts'
import { simulate } from '../../server/simulate.ts'
import { randomOrder } from '../support/random-orders.ts'
import type { GoldenLog } from './goldenLog.ts'

const WALL = '2026-11-23T12:00:00.000Z'
const SOMEBODY = { role: 'captain', name: 'Somebody' } as const
/** Mostly seconds between two orders; now and then an hour, in which what takes long comes to its end. */
const GAP_MS = 20_000
const LULL_CHANCE = 0.05
const LULL_MS = 3_600_000

/** A ship's log as it grows. */
class Log {
  ship: Ship
  readonly events: RecordedEvent[] = []

  constructor(plan: Plan) {
    this.ship = newShip(plan)
    const first = commissioned(plan.file)
    this.take(evolve(this.ship, first), [first], BY_ITSELF)
  }

  take(ship: Ship, events: readonly ShipEvent[], origin: Origin): void {
    this.ship = ship
    this.events.push(...record(events, origin, WALL))
  }

  golden(): GoldenLog {
    return { definition: this.ship.plan.file, events: this.events, state: stateOf(this.ship) }
  }
}

const ordered = (command: string): Origin => ({ by: SOMEBODY, command })

/** A scenario from its beginning to its end, with a sensible dispatcher. */
export const played = (plan: Plan, file: ScenarioFile): GoldenLog => {
  const log = new Log(plan)
  const exercise = { scenario: file.id, script: scriptOf(file), seed: 1, at: 60_000 }
  for (const { ship, events, command } of simulate(log.ship, exercise, nearest))
    log.take(ship, events, command ? ordered(command.id) : BY_ITSELF)
  return log.golden()
}

/** So many orders at random, many of them refused. */
export const sailed = (plan: Plan, seed: number, orders: number): GoldenLog => {
  const log = new Log(plan)
  const dice = diceFor(seed, 'golden', 0)
  let at = 0
  for (let number = 0; number < orders; number++) {
    at += dice.whole(0, dice.chance(LULL_CHANCE) ? LULL_MS : GAP_MS)
    const due = advanced(log.ship, at)
    log.take(due.ship, due.events, BY_ITSELF)
    const id = `order-${number}`
    const order = randomOrder(log.ship, dice, at, { sensible: 0.1, garbled: 0 })
    const decision = decided(log.ship, { command: { id, ...order }, at })
    if (decision.ok) log.take(decision.value.ship, decision.value.events, ordered(id))
  }
  return log.golden()
}
