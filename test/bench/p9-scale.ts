import { diceFor } from '#shared/dice.ts'
import type { Inject, Script } from '#shared/ship/commands.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { newShip } from '#shared/ship/state.ts'
import { simulate } from '../../server/simulate.ts'
import { about, type Finding } from './goals.ts'
import { largeShip } from './large-ship.ts'
import { computing, median } from './measure.ts'

const SIZES = [10, 100, 1_000, 10_000]
/** One compartment in so many is hit, as in the demonstration's attack; each hit is answered by a field and a crew. */
const TO_A_HIT = 10
const HIT_MJ = 100
const ATTACK_MS = 10 * 60_000
const FIELD_AFTER_MS = 10_000
const CREW_AFTER_MS = 20_000
/** The small ones again and again, so that a clock that counts in milliseconds is enough. */
const ROUNDS = 3
const COMPARTMENTS_A_ROUND = 5_000

const attackOn = (plan: Plan): Script => {
  const dice = diceFor(1, 'bench', 0)
  const places = [...plan.compartments.keys()]
  const crews = [...plan.crews.keys()]
  const hits = Math.round(places.length / TO_A_HIT)
  const injects = Array.from({ length: hits }, (_, hit): readonly Inject[] => {
    const at = Math.round(((hit + 0.5) * (ATTACK_MS - CREW_AFTER_MS)) / hits)
    const compartment = dice.pick(places)
    return [
      { at, do: { type: 'InflictHit', compartment, energy: HIT_MJ, facing: 'fore' } },
      { at: at + FIELD_AFTER_MS, do: { type: 'RaiseForceField', compartment } },
      { at: at + CREW_AFTER_MS, do: { type: 'DispatchCrew', crew: dice.pick(crews), task: `breach:B${hit + 1}` } },
    ]
  })
  return {
    ...{ name: 'Scale', kind: 'drill', seed: 1, endsAfterMs: ATTACK_MS, conditional: [] },
    injects: injects.flat().sort((a, b) => a.at - b.at),
  }
}

interface Cost {
  readonly compartments: number
  readonly ms: number
  readonly planMs: number
  readonly events: number
}

/** Processor time of an attack on a ship of about so many compartments. */
const costOf = (size: number): Cost => {
  const plan = largeShip(size)
  const compartments = plan.compartments.size
  const exercise = { scenario: 'bench', script: attackOn(plan), at: 0 }
  const times = Math.max(1, Math.round(COMPARTMENTS_A_ROUND / compartments))
  let events = 0
  const attack = () => {
    events = 0
    for (const happening of simulate(newShip(plan), exercise, () => [])) events += happening.events.length
  }
  const round = () => computing(() => Array.from({ length: times }, attack)) / times
  const ms = median(Array.from({ length: ROUNDS }, round))
  return { compartments, ms, planMs: computing(() => largeShip(size)), events }
}

const perNLogN = ({ compartments, ms }: Cost): number => ms / (compartments * Math.log2(compartments))

/** What it costs to simulate ships that grow, and all that happens to them with them. */
export const scale = (): readonly Finding[] => {
  costOf(SIZES[1] ?? 0) // until the code is compiled
  const costs = SIZES.map(costOf)
  return costs.map((cost): Finding => {
    const { compartments, ms, planMs, events } = cost
    return {
      goal: 'P9',
      what: `${compartments.toLocaleString('en')} compartments under attack: cost each ÷ log n, to that of the smallest`,
      value: perNLogN(cost) / perNLogN(costs[0] ?? cost),
      must: { atMost: 1 },
      unit: '×',
      behind: `${ms.toFixed(1)} ms for ${about(events)} events, ${((ms * 1000) / events).toFixed(0)} µs each; plan made in ${planMs.toFixed(0)} ms`,
    }
  })
}
