import type { CommandType, Order } from './commands.ts'
import type { Fact } from './events.ts'
import { judge } from './judge.ts'
import { isAllKnown, shown, shownWith, unknownKeys } from './known.ts'
import type { Ruling } from './rejections.ts'
import { ok } from '../result.ts'
import { placesOf, revealed, toSeeIn } from './rules/knowledge.ts'
import { known } from './records.ts'
import type { Ship } from './state.ts'

/** Orders of whoever runs the exercise: they are about the ship as she is. */
const ABOUT_THE_TRUTH: ReadonlySet<CommandType> = new Set<CommandType>([
  'InflictHit',
  'InflictBreach',
  'DamageSystem',
  'StartFire',
  'SetRunMode',
  'SetClock',
  'StartScenario',
  'StopScenario',
  'RestoreShip',
])

/** Orders on which people set out by what they know; what is otherwise they meet on the way. */
const SETS_OUT: ReadonlySet<CommandType> = new Set<CommandType>(['DispatchCrew', 'RecallCrew', 'SetTaskPriority'])

const setsOut = (order: Order): boolean =>
  SETS_OUT.has(order.type) || (order.type === 'TransportCasualty' && order.by === 'carry')

/** What, once it is known, has an order refused that was in order by what was known before. */
const inTheWay = (ship: Ship, order: Order, at: number): readonly Fact[] => {
  const keys = unknownKeys(ship)
  const one = keys.find((key) => !judge(shownWith(ship, [key]), order, at).ok)
  const facts = new Map<string, Fact>()
  for (const key of one === undefined ? keys : [one]) {
    const place = known(placesOf(ship, key)[0], key)
    facts.set(place, revealed(ship, place, [...new Set([...toSeeIn(ship, place), key])], 'attempt'))
  }
  return [...facts.values()]
}

/**
 * [KNO8] An order is judged by what is known, so that no refusal tells more. Where only what nobody knew of stands against
 * it, that is found out in trying, and the order has no other effect.
 */
export const ruleOn = (ship: Ship, order: Order, at: number): Ruling => {
  if (isAllKnown(ship) || ABOUT_THE_TRUTH.has(order.type)) return judge(ship, order, at)
  const byWhatIsKnown = judge(shown(ship), order, at)
  if (!byWhatIsKnown.ok || setsOut(order)) return byWhatIsKnown
  const inTruth = judge(ship, order, at)
  return inTruth.ok ? inTruth : ok(inTheWay(ship, order, at))
}
