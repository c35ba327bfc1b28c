import type { Order } from './commands.ts'
import { PROGNOSIS } from './rules/injuries.ts'
import { fitIn } from './people.ts'
import { crewOptions } from './views/crew-options.ts'
import { SEVERITY_RANK, workOf } from './views/work.ts'
import { decided } from './decide.ts'
import { judge } from './judge.ts'
import type { Casualty, Ship } from './state.ts'

const may = (ship: Ship, order: Order, at: number): boolean => judge(ship, order, at).ok

const fieldOrders = (ship: Ship, at: number): readonly Order[] =>
  Object.values(ship.breaches)
    .filter(({ compartment }) => !(compartment in ship.fields))
    .map(({ compartment }): Order => ({ type: 'RaiseForceField', compartment }))
    .filter((order) => may(ship, order, at))
    .slice(0, 1)

/** What a medic can see: the injury. The prognosis behind it is hidden. */
const triageOf = ({ injury }: Casualty) => PROGNOSIS[injury].severity

const medicalOrders = (ship: Ship, at: number): readonly Order[] =>
  Object.values(ship.casualties)
    .flatMap((one): readonly Order[] => {
      if (one.status !== 'waiting') return []
      if (one.category === null) return [{ type: 'TriageCasualty', casualty: one.id, category: triageOf(one) }]
      if (one.category === 'minimal') return [{ type: 'DischargeCasualty', casualty: one.id }]
      const ways = one.category === 'immediate' ? (['beam', 'carry'] as const) : (['carry'] as const)
      const orders = ways.map((by): Order => ({ type: 'TransportCasualty', casualty: one.id, by }))
      return orders.filter((order) => may(ship, order, at)).slice(0, 1)
    })
    .slice(0, 1)

const discharges = (ship: Ship): readonly Order[] =>
  Object.values(ship.casualties)
    .filter(({ status }) => status === 'stable')
    .map(({ id }): Order => ({ type: 'DischargeCasualty', casualty: id }))
    .slice(0, 1)

const canAnyGo = (ship: Ship): boolean =>
  Object.entries(ship.crews).some(
    ([id, { status }]) => (status === 'ready' || status === 'returning') && fitIn(ship, id) > 0,
  )

/** The nearest crew that can, to the most urgent work that nobody is on. */
const crewOrders = (ship: Ship, at: number): readonly Order[] => {
  if (!canAnyGo(ship)) return []
  for (const item of workOf(ship, at)) {
    if (item.crews.length > 0 || item.kind === 'casualty') continue
    const options = crewOptions(ship, item.task, at).filter(({ arrivesInS }) => arrivesInS !== null)
    const best = options.find(({ skilled }) => skilled) ?? options[0]
    if (best) return [{ type: 'DispatchCrew', crew: best.crew, task: item.task }]
  }
  return []
}

/** The gravest alarm that waits, the oldest of those: each takes a look. */
const alarmOrders = (ship: Ship): readonly Order[] =>
  Object.values(ship.alarms)
    .filter(({ state }) => state !== 'acknowledged')
    .sort(
      (a, b) =>
        SEVERITY_RANK[a.priority] - SEVERITY_RANK[b.priority] || a.raisedAt - b.raisedAt || (a.id < b.id ? -1 : 1),
    )
    .slice(0, 1)
    .map(({ id }): Order => ({ type: 'AcknowledgeAlarm', alarm: id }))

const afterwards = (ship: Ship, orders: readonly Order[], at: number): Ship =>
  orders.reduce((now, order) => {
    const decision = decided(now, { command: { id: 'to-foresee', ...order }, at })
    return decision.ok ? decision.value.ship : now
  }, ship)

/**
 * The orders a plain dispatcher would give now: hold breaches, move the wounded, send whoever is nearest, acknowledge an alarm.
 * One thing of each kind at a time, as a person would. Recorded attacks, simulations and load tests use it.
 */
export const nearest = (ship: Ship, at: number): readonly Order[] => {
  const fields = fieldOrders(ship, at)
  const held = afterwards(ship, fields, at) // no way leads through a field that is about to stand
  return [...fields, ...medicalOrders(held, at), ...discharges(held), ...crewOrders(held, at), ...alarmOrders(ship)]
}
