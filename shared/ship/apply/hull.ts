import type { Applies } from './applies.ts'
import type { HullFact } from '../facts/hull.ts'
import { known, put, without } from '../records.ts'
import type { PassageState } from '../plan.ts'
import type { Air, Passages, Ship, ShipState } from '../state.ts'
import { taskId } from '../task-id.ts'

const fieldGone = (ship: Ship, { compartment }: { compartment: string }) => ({
  fields: without(ship.fields, compartment),
})

const passageNow = (ship: Ship, passage: string, state: PassageState, at: number): { passages: Passages } => ({
  passages: put(ship.passages, passage, { state, repair: { percent: 0, since: at, perS: 0 } }),
})

const thinNow = (ship: Ship, compartment: string, thin: boolean): Partial<ShipState> => {
  const air = ship.air[compartment]
  return air ? { air: put(ship.air, compartment, { ...air, thin }) } : {}
}

export const hull: Applies<HullFact['type']> = {
  HitInflicted: (ship) => ({ numbers: { ...ship.numbers, hit: ship.numbers.hit + 1 } }),
  BreachOpened: (ship, { breach, compartment, areaM2, hit, at }) => ({
    breaches: put(ship.breaches, breach, {
      id: breach,
      compartment,
      areaM2,
      hit,
      openedAt: at,
      tornAt: at,
      repair: { percent: 0, since: at, perS: 0 },
    }),
    numbers: { ...ship.numbers, breach: ship.numbers.breach + 1 },
  }),
  BreachSealed: (ship, { breach }) => ({
    breaches: without(ship.breaches, breach),
    priorities: without(ship.priorities, taskId('breach', breach)),
  }),
  AirFlowChanged: (ship, { readings, flow, at }) => {
    const air: Record<string, Air> = { ...ship.air }
    for (const { compartment, kpa, dose } of readings) {
      if (flow.kind === 'still' && kpa >= ship.plan.file.atmosphere.kpa) delete air[compartment]
      else air[compartment] = { kpa, since: at, flow, dose, thin: air[compartment]?.thin ?? false }
    }
    return { air }
  },
  AirThinned: (ship, { compartment }) => thinNow(ship, compartment, true),
  AirRestored: (ship, { compartment }) => thinNow(ship, compartment, false),
  PeopleOvercome: () => ({}), // each of them is reported as a casualty
  ForceFieldRaised: (ship, { compartment, drawMw, at }) => ({
    fields: put(ship.fields, compartment, { compartment, drawMw, raisedAt: at }),
  }),
  ForceFieldLowered: fieldGone,
  ForceFieldFailed: fieldGone,
  PassageSealed: (ship, { passage, at }) => passageNow(ship, passage, 'sealed', at),
  PassageOpened: (ship, { passage, at }) => passageNow(ship, passage, 'open', at),
  PassageJammed: (ship, { passage, at }) => passageNow(ship, passage, 'jammed', at),
  PassageFreed: (ship, { passage, at }) => {
    const { state } = known(ship.plan.passages.get(passage), passage)
    const priorities = without(ship.priorities, taskId('passage', passage))
    if (state === 'jammed') return { ...passageNow(ship, passage, 'closed', at), priorities }
    return { passages: without(ship.passages, passage), priorities }
  },
  BreachWidened: (ship, { breach, areaM2, at }) => ({
    breaches: put(ship.breaches, breach, { ...known(ship.breaches[breach], breach), areaM2, tornAt: at }),
  }),
  HullStrained: (_ship, { at }) => ({ strainedSince: at }),
  HullRelieved: () => ({ strainedSince: null }),
  VentOpened: (ship, { compartment, areaM2, at }) => ({
    vents: put(ship.vents, compartment, { compartment, areaM2, openedAt: at }),
  }),
  VentClosed: (ship, { compartment }) => ({ vents: without(ship.vents, compartment) }),
}
