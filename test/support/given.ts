import { expect } from 'vitest'
import { advance } from '#shared/ship/advance.ts'
import type { Order } from '#shared/ship/commands.ts'
import { decide } from '#shared/ship/decide.ts'
import type { EventOf, Fact, FactOf, ShipEvent } from '#shared/ship/events.ts'
import { fold } from '#shared/ship/evolve.ts'
import type { Rejection } from '#shared/ship/rejections.ts'
import type { Ship } from '#shared/ship/state.ts'
import { smallShip } from './small-ship.ts'

/** An order, or time that passes. */
export type Step = Order | { readonly waitMs: number }

export const after = (seconds: number): Step => ({ waitMs: Math.round(seconds * 1000) })

/** An event as a test speaks of it: its type, and of its members those that matter. */
type Like = {
  [Type in Fact['type']]: { readonly type: Type; readonly at?: number; readonly cause?: number | null } & Partial<
    FactOf<Type>
  >
}[Fact['type']]

interface Moment {
  readonly ship: Ship
  /** Mission time, ms. */
  readonly at: number
  /** What happened in the last steps. */
  readonly events: readonly ShipEvent[]
  /** The refusal of the last order, if it was refused. */
  readonly refusal: Rejection | null
}

const passing = ({ ship, at }: Moment, waitMs: number): Moment => {
  const events = advance(ship, at + waitMs)
  return { ship: fold(ship, events), at: at + waitMs, events, refusal: null }
}

const ordering = ({ ship, at }: Moment, order: Order): Moment => {
  const fallenDue = advance(ship, at)
  const met = fold(ship, fallenDue)
  const decision = decide(met, { command: { id: 'test-order', ...order }, at })
  if (!decision.ok) return { ship: met, at, events: fallenDue, refusal: decision.error }
  return { ship: fold(met, decision.value), at, events: [...fallenDue, ...decision.value], refusal: null }
}

const taking = (moment: Moment, step: Step): Moment =>
  'waitMs' in step ? passing(moment, step.waitMs) : ordering(moment, step)

const allOf = (from: Moment, steps: readonly Step[]): Moment => {
  let now: Moment = { ...from, events: [], refusal: null }
  for (const step of steps) {
    const next = taking(now, step)
    now = { ...next, events: [...now.events, ...next.events] }
  }
  return now
}

const isLike = (event: ShipEvent, like: Like): boolean => {
  try {
    expect(event).toMatchObject(like)
    return true
  } catch {
    return false
  }
}

/** A ship and what has just become of her. Every expectation gives it back, so that the story can go on. */
export class Scene implements Moment {
  readonly ship: Ship
  readonly at: number
  readonly events: readonly ShipEvent[]
  readonly refusal: Rejection | null

  constructor({ ship, at, events, refusal }: Moment) {
    this.ship = ship
    this.at = at
    this.events = events
    this.refusal = refusal
  }

  when(...steps: readonly Step[]): Scene {
    return new Scene(allOf(this, steps))
  }

  /** The same moment under other dice. */
  withSeed(seed: number): Scene {
    return new Scene({ ...this, ship: { ...this.ship, seed } })
  }

  /** These happened, in this order, whatever else did. */
  thenHappens(...likes: readonly Like[]): this {
    expect(this.refusal, 'the order was refused').toBeNull()
    let from = 0
    for (const like of likes) {
      const found = this.events.findIndex((event, i) => i >= from && isLike(event, like))
      if (found < 0) expect(this.events.slice(from), 'no such event').toContainEqual(expect.objectContaining(like))
      from = found + 1
    }
    return this
  }

  /** Of these types, these events and no others. */
  thenOnly(types: readonly Fact['type'][], ...likes: readonly Like[]): this {
    const some = this.events.filter(({ type }) => types.includes(type))
    expect(some).toMatchObject(likes)
    return this
  }

  thenNever(...types: readonly Fact['type'][]): this {
    return this.thenOnly(types)
  }

  /** Accepted, and nothing came of it. */
  thenNothing(): this {
    expect(this.refusal).toBeNull()
    expect(this.events).toEqual([])
    return this
  }

  thenRejected(rejection: Rejection): this {
    expect(this.refusal).toEqual(rejection)
    expect(this.events).toEqual([])
    return this
  }

  /** The last event of a type; it must have happened. */
  last<Type extends Fact['type']>(type: Type): EventOf<Type> {
    const event = this.events.findLast((one) => one.type === type)
    if (!event) throw new Error(`no ${type} among ${this.events.map((one) => one.type).join(', ')}`)
    return event as EventOf<Type>
  }
}

/** A ship to which all this has happened; every order must have been accepted. */
export const givenShip = (ship: Ship, ...steps: readonly Step[]): Scene => {
  let scene = new Scene({ ship, at: ship.at, events: [], refusal: null })
  for (const step of steps) {
    scene = scene.when(step)
    expect(scene.refusal, JSON.stringify(step)).toBeNull()
  }
  return scene
}

export const given = (...steps: readonly Step[]): Scene => givenShip(smallShip(), ...steps)
