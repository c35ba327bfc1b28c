import { expect, test } from 'vitest'
import type { Plan } from '#shared/ship/plan.ts'
import { routeBetween } from '#shared/ship/rules/routes.ts'
import { newShip } from '#shared/ship/state.ts'
import { builtInPlans } from '../support/built-in.ts'

/** Every time between two compartments, by letting each passage shorten whatever it can until none does. */
const allSeconds = ({ compartments, passages }: Plan, from: string): ReadonlyMap<string, number> => {
  const seconds = new Map([...compartments.keys()].map((id) => [id, id === from ? 0 : Infinity]))
  const at = (id: string): number => seconds.get(id) ?? Infinity
  for (let changed = true; changed;) {
    changed = false
    for (const passage of passages.values()) {
      if (passage.state !== 'open' && passage.state !== 'closed') continue
      const [a, b] = passage.between
      for (const [here, there] of [
        [a, b],
        [b, a],
      ] as const) {
        if (at(here) + passage.seconds >= at(there)) continue
        seconds.set(there, at(here) + passage.seconds)
        changed = true
      }
    }
  }
  return seconds
}

test.each(builtInPlans())('[TRV1] on %s every way is as short as trying everything finds it', (_id, plan) => {
  const ship = newShip(plan)
  for (const from of plan.compartments.keys()) {
    const seconds = allSeconds(plan, from)
    for (const [to, shortest] of seconds) {
      const route = routeBetween(ship, from, to, 0)
      const end = route.ok ? route.value.at(-1) : undefined
      expect(end, `${from} to ${to}`).toEqual({ compartment: to, at: Math.round(shortest * 1000) })
    }
  }
})
