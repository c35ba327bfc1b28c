import { expect, test } from 'vitest'
import { diceFor } from '#shared/dice.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { QuickestWays } from '#shared/ship/rules/quickest.ts'
import { routeBetween } from '#shared/ship/rules/routes.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
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

/** With one passage in ten jammed, and a field in one compartment of thirty. */
const battered = (plan: Plan, seed: number): Ship => {
  const dice = diceFor(seed, 'barred', 0)
  const jammed = [...plan.passages.keys()].filter(() => dice.chance(0.1))
  const held = [...plan.compartments.keys()].filter(() => dice.chance(0.03))
  const repair = { percent: 0, since: 0, perS: 0 }
  return {
    ...newShip(plan),
    passages: Object.fromEntries(jammed.map((id) => [id, { state: 'jammed', repair }])),
    fields: Object.fromEntries(held.map((compartment) => [compartment, { compartment, drawMw: 1, raisedAt: 0 }])),
  }
}

/** Compartment by compartment, as a search through nothing but what is open finds it, with nothing remembered. */
const searched = ({ plan, passages, fields }: Ship, from: string, to: string): readonly string[] | null => {
  const { ways } = plan
  const numberOf = (id: string): number => ways.numberOf.get(id) ?? 0
  const way = new QuickestWays(ways, numberOf(from), {
    door: ({ passage }) => ['open', 'closed'].includes(passages[passage.id]?.state ?? passage.state),
    across: (place) => !((ways.ids[place] ?? '') in fields),
  }).to(numberOf(to))
  return way && [from, ...way.map(({ door }) => ways.ids[door.to] ?? '')]
}

test.each(builtInPlans())(
  '[TRV1] [TRV4] on %s, doors and fields barred at random, ways are those of a search',
  (_id, plan) => {
    const dice = diceFor(1, 'ways', 0)
    const places = [...plan.compartments.keys()]
    for (let seed = 1; seed <= 10; seed++) {
      const ship = battered(plan, seed)
      for (let asked = 0; asked < 50; asked++) {
        const [from, to] = [dice.pick(places), dice.pick(places)]
        const route = routeBetween(ship, from, to, 0)
        const way = route.ok ? route.value.map(({ compartment }) => compartment) : null
        expect(way, `${from} to ${to}, seed ${seed}`).toEqual(searched(ship, from, to))
      }
    }
  },
)
