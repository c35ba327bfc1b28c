import { advanced, nextDue } from '#shared/ship/advance.ts'
import type { Command, Order, Script } from '#shared/ship/commands.ts'
import { decided } from '#shared/ship/decide.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { Step } from '#shared/ship/unfold.ts'

/** What a crew would order at that moment. */
export type Policy = (ship: Ship, at: number) => readonly Order[]

/** What one order came to, or (null) what fell due by itself. */
export type Happening = Step & { readonly command: Command | null }

export interface Exercise {
  readonly scenario: string
  readonly script: Script
  readonly seed?: number
  /** Mission time at which it is started, ms. */
  readonly at: number
}

/** How often a dispatcher looks at the board, mission ms. Invented. */
const LOOK_EVERY_MS = 5_000

/** A scenario that names no end is stopped after so long, mission ms. Invented. */
const LAST_MS_MOST = 2 * 3_600_000

/** Starts a scenario and plays it to its end in mission time, as fast as the machine can. Refused orders are dropped. */
export function* simulate(whole: Ship, exercise: Exercise, policy: Policy): Generator<Happening> {
  let ship = whole
  const taken = (happening: Happening): Happening => {
    ship = happening.ship
    return happening
  }
  yield* begin(ship, exercise).map(taken)
  for (let look = exercise.at; ship.scenario; look += LOOK_EVERY_MS) {
    if (look - exercise.at > LAST_MS_MOST) yield* give(ship, { type: 'StopScenario' }, look).map(taken)
    for (let due = dueBy(ship, look); due !== null; due = dueBy(ship, look))
      yield taken({ ...advanced(ship, due), command: null })
    for (const order of ship.scenario ? policy(ship, look) : []) yield* give(ship, order, look).map(taken)
  }
}

export const begin = (ship: Ship, { scenario, script, seed, at }: Exercise): readonly Happening[] =>
  give(ship, { type: 'StartScenario', scenario, script, ...(seed === undefined ? {} : { seed }) }, at)

/** What an order comes to, once; nothing, if it is refused. Its id is made of where in the log it falls. */
export const give = (ship: Ship, order: Order, at: number): readonly Happening[] => {
  const command = { ...order, id: `${ship.plan.file.id}-order-${ship.seq + 1}` }
  const decision = decided(ship, { command, at })
  return decision.ok ? [{ ...decision.value, command }] : []
}

/** While the scenario lasts. */
const dueBy = (ship: Ship, until: number): number | null => {
  const due = ship.scenario && nextDue(ship)
  return due !== null && due <= until ? due : null
}
