import type { Order } from '#shared/ship/commands.ts'
import type { Role } from '#shared/ship/events.ts'
import { type Ship, type ShipState, stateOf } from '#shared/ship/state.ts'
import { newCommandId } from '../../web/src/link/ids.ts'
import { isKeptOrder, Kept } from '../../web/src/link/kept.ts'
import { Link } from '../../web/src/link/link.ts'
import { missionAt } from '../../web/src/link/missionClock.ts'
import { openSocket } from '../../web/src/link/socketWire.ts'
import { StateCheck } from '../../web/src/link/stateCheck.ts'
import { type Picture, pictureOf } from './picture.ts'

/** What a screen showed at one moment of mission time, kept as it was. */
export interface Moment {
  readonly atMs: number
  readonly state: ShipState
  readonly picture: Picture
}

/** A screen without pixels: the console's own link to the server, and what its panels would be given. */
export class LiveScreen {
  readonly moments: Moment[] = []
  readonly #link: Link

  constructor(url: string, shipId: string, role: Role) {
    this.#link = new Link({
      shipId,
      open: openSocket(url, { role }),
      nowMs: () => Date.now(),
      newId: newCommandId,
      soon: (run) => setImmediate(run),
      later: (ms, run) => setTimeout(run, ms),
      kept: new Kept(null, '', isKeptOrder),
      giver: { role, name: '' },
      stateCheck: (parts) => Promise.resolve(new StateCheck(role, parts)),
    })
  }

  /** Null until the server has answered. */
  get ship(): Ship | null {
    return this.#link.view.ship
  }

  /** Mission time now, ms, as the console reckons it. */
  get atMs(): number {
    const { ship, clock, offsetMs } = this.#link.view
    return Math.max(ship?.at ?? 0, clock ? missionAt(clock, Date.now() + offsetMs) : 0)
  }

  /** Told whenever events have been folded. */
  onEvents(listener: () => void): void {
    this.#link.onEvents(listener)
  }

  order(order: Order): ReturnType<Link['order']> {
    return this.#link.order(order)
  }

  /** Gives an order that nothing hangs on, quicker than a person could, for whom the outbox sends one after the other. */
  orderAtOnce(order: Order): ReturnType<Link['post']> {
    return this.#link.post({ ...order, id: newCommandId() })
  }

  /** Keeps what is shown now, or at the instant of the last event. */
  look(atMs = this.atMs): void {
    const { ship } = this
    if (ship) this.moments.push({ atMs, state: stateOf(ship), picture: pictureOf(ship, atMs) })
  }

  close(): void {
    this.#link.close()
  }
}
