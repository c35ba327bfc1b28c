import { advanced } from '#shared/ship/advance.ts'
import type { Order } from '#shared/ship/commands.ts'
import { decided } from '#shared/ship/decide.ts'
import type { RecordedEvent, ShipEvent } from '#shared/ship/events.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { nearest } from '#shared/ship/policy.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'

/** Ships in all conditions, made by the core itself from the ship files that come with the product. */
const files = import.meta.glob<ShipFile>('../../../db/seed/ships/*.json', { eager: true, import: 'default' })

export interface Moment {
  readonly ship: Ship
  readonly at: number
  readonly events: readonly RecordedEvent[]
}

const WALL = '2026-11-22T12:00:00.000Z'
const HIT_MJ = 900
const STEP_MS = 5_000

export class Voyage {
  #ship: Ship
  #at = 0
  readonly #events: RecordedEvent[] = []

  constructor(plan: Plan) {
    this.#ship = newShip(plan)
    this.give({ type: 'OpenIncident', kind: 'drill', name: 'Gallery' }, { type: 'SetClock', rate: 1 })
  }

  get now(): Moment {
    return { ship: this.#ship, at: this.#at, events: [...this.#events] }
  }

  give(...orders: readonly Order[]): this {
    for (const order of orders) {
      const decision = decided(this.#ship, { command: { id: 'gallery-order', ...order }, at: this.#at })
      if (decision.ok) this.#take(decision.value.ship, decision.value.events)
    }
    return this
  }

  /** Time passes; whoever is on watch does the next best thing every few seconds. */
  sail(ms: number, manned: boolean): this {
    for (const until = this.#at + ms; this.#at < until;) {
      this.#at = Math.min(until, this.#at + STEP_MS)
      const step = advanced(this.#ship, this.#at)
      this.#take(step.ship, step.events)
      if (manned) this.give(...nearest(this.#ship, this.#at))
    }
    return this
  }

  #take(ship: Ship, events: readonly ShipEvent[]): void {
    this.#ship = ship
    this.#events.push(
      ...events.map((event) => ({ ...event, wall: WALL, by: { role: 'ship', name: '' }, command: null }) as const),
    )
  }
}

/** Every third of her compartments is hit, up to four. */
export const attack = (plan: Plan): readonly Order[] => {
  const places = [...plan.compartments.keys()]
  return [1, 3, 5, 7].map((part) => ({
    type: 'InflictHit',
    compartment: places[Math.floor((places.length * part) / 8)] ?? '',
    energy: HIT_MJ,
    facing: 'fore',
  }))
}

const plans = Object.values(files).map(planOf)

/** One of each ship, just attacked. */
export const FLEET: readonly Moment[] = plans.map(
  (plan) => new Voyage(plan).give(...attack(plan)).sail(STEP_MS, false).now,
)

const [largest] = plans.toSorted((a, b) => b.compartments.size - a.compartments.size)
if (!largest) throw new Error('there is no ship file')
export const LARGEST: Plan = largest

export const WHOLE: Moment = new Voyage(largest).now
export const ATTACKED: Moment = new Voyage(largest).give(...attack(largest)).sail(2 * STEP_MS, false).now
export const FOUGHT: Moment = new Voyage(largest).give(...attack(largest)).sail(60_000, true).now

/** States of the same ship, from quiet to busy. */
export const STATES: readonly (readonly [name: string, moment: Moment])[] = [
  ['Nothing wrong', WHOLE],
  ['Just hit', ATTACKED],
  ['Crews at work', FOUGHT],
]
