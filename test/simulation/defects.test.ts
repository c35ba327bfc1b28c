import { beforeEach, describe, expect, test, vi } from 'vitest'
import type * as advance from '#shared/ship/advance.ts'
import type { ShipEvent } from '#shared/ship/events.ts'
import type * as evolution from '#shared/ship/evolve.ts'
import { type Reaction, reactionOf } from '#shared/ship/law.ts'
import type * as alarmLaw from '#shared/ship/rules/alarms.ts'
import type * as crewLaw from '#shared/ship/rules/crews.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { Step } from '#shared/ship/unfold.ts'
import { failureText } from './harness/report.ts'
import { sail } from './harness/sail.ts'
import { emptyTally, type Tally } from './harness/tally.ts'

/**
 * The simulation must be seen to bite. Each defect takes the place of a function of the core, in this file only, and
 * everything else of the core goes on with it.
 */
type Evolve = (ship: Ship, event: ShipEvent) => Ship
type Advanced = (ship: Ship, until: number) => Step

interface Defects {
  evolve?: (evolve: Evolve) => Evolve
  advanced?: (advanced: Advanced) => Advanced
  crewOnLeave?: true
  alarmsAsleep?: true
}

const defects = vi.hoisted((): { now: Defects } => ({ now: {} }))

vi.mock('#shared/ship/evolve.ts', async (original) => {
  const core = await original<typeof evolution>()
  const evolve: Evolve = (ship, event) => (defects.now.evolve?.(core.evolve) ?? core.evolve)(ship, event)
  return { evolve, fold: (ship: Ship, events: Iterable<ShipEvent>) => [...events].reduce(evolve, ship) }
})

vi.mock('#shared/ship/advance.ts', async (original) => {
  const core = await original<typeof advance>()
  const advanced: Advanced = (ship, until) => (defects.now.advanced?.(core.advanced) ?? core.advanced)(ship, until)
  return { ...core, advanced }
})

vi.mock('#shared/ship/rules/crews.ts', async (original) => {
  const core = await original<typeof crewLaw>()
  const dispatchCrew: typeof core.dispatchCrew = (ship, order, at) => {
    const crew = ship.crews[order.crew]
    if (!defects.now.crewOnLeave || !crew) return core.dispatchCrew(ship, order, at)
    return core.dispatchCrew(
      { ...ship, crews: { ...ship.crews, [order.crew]: { ...crew, status: 'ready' } } },
      order,
      at,
    )
  }
  return { ...core, dispatchCrew }
})

vi.mock('#shared/ship/rules/alarms.ts', async (original) => {
  const core = await original<typeof alarmLaw>()
  const react: Reaction = (ship, event) =>
    defects.now.alarmsAsleep && event.type === 'AirThinned'
      ? []
      : (reactionOf(core.alarms, event.type)?.(ship, event) ?? [])
  return { ...core, alarms: { ...core.alarms, react } }
})

beforeEach(() => {
  defects.now = {}
})

/** What the test run spends on a simulation that finds nothing. */
const BUDGET_ORDERS = 2_000_000

const hunt = (defect: Defects) => {
  defects.now = defect
  const tally: Tally = emptyTally()
  for (let seed = 1; tally.orders < BUDGET_ORDERS; seed++) {
    const failure = sail(seed, tally)
    if (failure) return { ...failure, orders: tally.orders }
  }
  throw new Error(`not caught within ${BUDGET_ORDERS} orders`)
}

const only =
  (type: ShipEvent['type'], change: (ship: Ship, event: ShipEvent, before: Ship) => Ship) =>
  (evolve: Evolve): Evolve =>
  (ship, event) => {
    const after = evolve(ship, event)
    return event.type === type ? change(after, event, ship) : after
  }

let drawn = 0

describe('the simulation bites', () => {
  const CASES: readonly (readonly [name: string, defect: Defects, invariants: readonly string[]])[] = [
    [
      'whoever is discharged is lost',
      { evolve: only('CasualtyDischarged', (after, _event, before) => ({ ...after, people: before.people })) },
      ['people are conserved'],
    ],
    [
      'a repair is doubled',
      {
        evolve: (evolve) => (ship, event) =>
          evolve(ship, event.type === 'WorkPaced' ? { ...event, perS: event.perS * 2 } : event),
      },
      ['work goes at the pace of its crews'],
    ],
    [
      'a crew at work is sent elsewhere and works on',
      { crewOnLeave: true },
      ['work goes at the pace of its crews', 'a crew is in one place on one task', 'a crew carries one casualty'],
    ],
    [
      'evolve draws dice of its own',
      {
        evolve: only('CasualtyReported', (after) => ({ ...after, seed: after.seed + (drawn++ % 7) })),
      },
      ['the log folds to the ship', 'time may be cut anywhere'],
    ],
    [
      'advancing leaves a trace wherever it is cut',
      {
        advanced: (advanced) => (ship, until) => {
          const step = advanced(ship, until)
          const { power } = step.ship
          const banked = {
            ...power,
            batteryMj: power.batteryMj + (power.netMw * (until - power.since)) / 1000,
            since: until,
          }
          return power.netMw === 0 ? step : { ...step, ship: { ...step.ship, power: banked } }
        },
      },
      ['time may be cut anywhere', 'the log folds to the ship'],
    ],
    ['thin air raises no alarm', { alarmsAsleep: true }, ['every condition has its alarm']],
    [
      'an order writes into the ship it met',
      {
        evolve: only('AlertSet', (after, _event, before) => {
          Object.assign(before, { rate: before.rate + 1 })
          return after
        }),
      },
      ['asking changes nothing', 'nothing throws', 'the log folds to the ship'],
    ],
  ]

  test.each(CASES)('%s', (name, defect, invariants) => {
    const found = hunt(defect)
    console.log(`${name}: caught after ${found.orders} orders\n${failureText(found)}`)
    expect(invariants).toContain(found.invariant)
  })
})
