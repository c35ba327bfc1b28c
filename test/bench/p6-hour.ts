import { diceFor } from '#shared/dice.ts'
import type { Script } from '#shared/ship/commands.ts'
import { nearest } from '#shared/ship/policy.ts'
import { newShip } from '#shared/ship/state.ts'
import { simulate } from '../../server/simulate.ts'
import { plan } from './attack.ts'
import type { Finding } from './goals.ts'
import { computing, median } from './measure.ts'

const ROUNDS = 5
const HOUR_MS = 3_600_000
/** A hit every half minute, of 50 to 400 MJ, anywhere: a ship that is never left alone, and whose crews never come to rest. */
const HITS = 120
const FACINGS = ['fore', 'aft', 'port', 'starboard', 'dorsal', 'ventral'] as const

const underFire = (seed: number): Script => {
  const dice = diceFor(seed, 'bench', 0)
  const places = [...plan.compartments.keys()]
  return {
    name: 'An hour under fire',
    kind: 'drill',
    seed,
    endsAfterMs: HOUR_MS,
    conditional: [],
    injects: Array.from({ length: HITS }, (_, hit) => ({
      at: Math.round(((hit + 0.5) * HOUR_MS) / HITS),
      do: {
        type: 'InflictHit',
        compartment: dice.pick(places),
        energy: dice.whole(50, 400),
        facing: dice.pick(FACINGS),
      },
    })),
  }
}

/** An hour of the 15-deck ship under fire, with a dispatcher who looks at her every five seconds and gives orders. */
export const hour = (): readonly Finding[] => {
  let [events, orders] = [0, 0]
  const ms = Array.from({ length: ROUNDS }, (_, round) =>
    computing(() => {
      const exercise = { scenario: 'bench', script: underFire(round + 1), at: 0 }
      for (const happening of simulate(newShip(plan), exercise, nearest)) {
        events += happening.events.length
        if (happening.command) orders += 1
      }
    }),
  )
  return [
    {
      goal: 'P6',
      what: 'an hour of 15 decks under fire, processor time',
      value: median(ms) / 1000,
      must: { atMost: 1 },
      unit: 's',
      behind: `${HITS} hits, ${Math.round(events / ROUNDS)} events, ${Math.round(orders / ROUNDS)} orders; slowest of ${ROUNDS} hours ${(Math.max(...ms) / 1000).toFixed(2)} s`,
    },
  ]
}
