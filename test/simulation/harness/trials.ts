import { isDeepStrictEqual } from 'node:util'
import { advanced, nextDue } from '#shared/ship/advance.ts'
import type { Received } from '#shared/ship/commands.ts'
import { decided } from '#shared/ship/decide.ts'
import { describe } from '#shared/ship/describe.ts'
import type { ShipEvent } from '#shared/ship/events.ts'
import { explain } from '#shared/ship/explain.ts'
import { stateOf, type Ship } from '#shared/ship/state.ts'
import type { Step } from '#shared/ship/unfold.ts'
import type { Finding } from './invariant.ts'
import { nonNumberIn } from './views.ts'

/** Trials do again what has been done, another way; they cost as much as the thing itself, so dice pick where. */

const asText = (value: unknown): string => JSON.stringify(value)

const sameShip = (a: Ship, b: Ship): boolean => asText(stateOf(a)) === asText(stateOf(b))

/** [TIM1] Cut anywhere, the same events and the same ship. */
export const cutAt = (before: Ship, cut: number, until: number, whole: Step): Finding | null => {
  const first = advanced(before, cut)
  const second = advanced(first.ship, until)
  const same = isDeepStrictEqual([...first.events, ...second.events], whole.events)
  if (same && sameShip(second.ship, whole.ship)) return null
  return { invariant: 'time may be cut anywhere', what: `cut at ${cut} ms on the way to ${until}` }
}

/** After advancing nothing is left over, and what comes next comes later. */
export const dueAfter = (ship: Ship, until: number): Finding | null => {
  const next = nextDue(ship)
  if (next === null || (Number.isFinite(next) && next > until)) return null
  return { invariant: 'what falls due has happened', what: `next due at ${next} ms, advanced to ${until}` }
}

/** The same order once more to the same ship: the same answer, and she is as she was. */
export const asked = (ship: Ship, received: Received): Finding | null => {
  const was = asText(stateOf(ship))
  const [once, twice] = [decided(ship, received), decided(ship, received)]
  const { type } = received.command
  if (asText(stateOf(ship)) !== was)
    return { invariant: 'asking changes nothing', what: `${type} changed the ship it met` }
  const same =
    once.ok && twice.ok ? isDeepStrictEqual(once.value.events, twice.value.events) : isDeepStrictEqual(once, twice)
  return same ? null : { invariant: 'the same order has the same answer', what: `${type}, asked twice` }
}

const UNSPEAKABLE = /NaN|Infinity|undefined|\[object/

/** Whatever happens or is refused can be said; of a number that is none, that it is none. */
export const said = (ship: Ship, events: readonly ShipEvent[], received: Received): Finding | null => {
  const texts = events.map((event) =>
    describe(ship.plan, { ...event, wall: '', by: { role: 'ship', name: '' }, command: null }),
  )
  const decision = decided(ship, received)
  if (!decision.ok && nonNumberIn(received, '') === null) texts.push(explain(decision.error))
  const bad = texts.find((text) => text === '' || UNSPEAKABLE.test(text))
  return bad === undefined ? null : { invariant: 'everything can be said', what: `"${bad}"` }
}
