import type { Applies } from './applies.ts'
import type { HazardFact } from '../facts/hazards.ts'
import { peopleIn } from '../people.ts'
import { known, put, without } from '../records.ts'
import type { Evacuation, Fire, Leak, Ship } from '../state.ts'
import { taskId } from '../task-id.ts'

const UNFOUGHT = { percent: 0, perS: 0 } as const

const burning = (ship: Ship, compartment: string, change: Partial<Fire>) => ({
  fires: put(ship.fires, compartment, { ...known(ship.fires[compartment], compartment), ...change }),
})

const leaking = (ship: Ship, system: string, change: Partial<Leak>) => ({
  leaks: put(ship.leaks, system, { ...known(ship.leaks[system], system), ...change }),
})

const FREE = { obstacle: null, obstacleState: null } as const

const leaving = (ship: Ship, compartment: string, change: Partial<Evacuation>) => ({
  evacuations: put(ship.evacuations, compartment, {
    ...known(ship.evacuations[compartment], compartment),
    ...FREE,
    ...change,
  }),
})

export const hazards: Applies<HazardFact['type']> = {
  FireStarted: (ship, { fire, compartment, growth, hit, burnsAt, at }) => ({
    fires: put(ship.fires, compartment, {
      compartment,
      number: fire,
      growth,
      hit,
      startedAt: at,
      heat: { kw: 0, since: at, growing: true },
      flashedOverAt: null,
      burnsAt,
      burns: 0,
      suppressed: false,
      repair: { ...UNFOUGHT, since: at },
    }),
    numbers: { ...ship.numbers, fire: Math.max(ship.numbers.fire, fire) },
  }),
  FireHeatChanged: (ship, { compartment, kw, growing, at }) =>
    burning(ship, compartment, { heat: { kw, since: at, growing } }),
  FireFlashedOver: (ship, { compartment, kw, at }) =>
    burning(ship, compartment, { heat: { kw, since: at, growing: false }, flashedOverAt: at }),
  FireBurned: (ship, { compartment, burnsAt }) =>
    burning(ship, compartment, { burnsAt, burns: known(ship.fires[compartment], compartment).burns + 1 }),
  FireSuppressionStarted: (ship, { compartment }) => burning(ship, compartment, { suppressed: true }),
  FireSuppressionStopped: (ship, { compartment }) => burning(ship, compartment, { suppressed: false }),
  FireOut: (ship, { compartment, at }) => ({
    fires: without(ship.fires, compartment),
    scorched: put(ship.scorched, compartment, at),
    priorities: without(ship.priorities, taskId('fire', compartment)),
  }),
  LeakStarted: (ship, { system, kind, compartment, harmsAt, at }) => ({
    leaks: put(ship.leaks, system, {
      system,
      kind,
      compartment,
      startedAt: at,
      harmsAt,
      repair: { ...UNFOUGHT, since: at },
    }),
  }),
  LeakHarmed: (ship, { system, harmsAt }) => leaking(ship, system, { harmsAt }),
  LeakStopped: (ship, { system }) => ({
    leaks: without(ship.leaks, system),
    priorities: without(ship.priorities, taskId('leak', system)),
  }),
  CoreThreatened: (_ship, { percent, perS, at }) => ({
    core: { status: 'threatened', risk: { percent, since: at, perS } },
  }),
  CoreSafe: (_ship, { at }) => ({ core: { status: 'sound', risk: { ...UNFOUGHT, since: at } } }),
  CoreEjected: (_ship, { at }) => ({ core: { status: 'ejected', risk: { ...UNFOUGHT, since: at } } }),
  CoreLost: (_ship, { at }) => ({ core: { status: 'lost', risk: { ...UNFOUGHT, since: at } } }),
  EvacuationOrdered: (ship, { compartment, to, route, nextAt, at }) => ({
    evacuations: put(ship.evacuations, compartment, { compartment, to, route, orderedAt: at, nextAt, ...FREE }),
  }),
  PeopleMoved: (ship, { from, to, count, nextAt }) => ({
    people: { ...ship.people, [from]: peopleIn(ship, from) - count, [to]: peopleIn(ship, to) + count },
    ...leaving(ship, from, { nextAt }),
  }),
  // From the order on, or later: an evacuation that has no way out to begin with starts like this.
  PeopleTrapped: (ship, { compartment, obstacle, obstacleState, at }) => ({
    evacuations: put(ship.evacuations, compartment, {
      compartment,
      to: null,
      route: [],
      orderedAt: ship.evacuations[compartment]?.orderedAt ?? at,
      nextAt: null,
      obstacle,
      obstacleState,
    }),
  }),
  EvacuationResumed: (ship, { compartment, to, route, nextAt }) => leaving(ship, compartment, { to, route, nextAt }),
  EvacuationEnded: (ship, { compartment }) => ({ evacuations: without(ship.evacuations, compartment) }),
}
