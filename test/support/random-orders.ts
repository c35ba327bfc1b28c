import type { Dice } from '#shared/dice.ts'
import type { CommandType, Order } from '#shared/ship/commands.ts'
import { nearest } from '#shared/ship/policy.ts'
import type { Ship } from '#shared/ship/state.ts'
import { MAKERS } from './order-makers.ts'

/** How often an order comes, where it is not once. What puts an end to everything is rare; what makes work is not. */
const WEIGHTS: Readonly<Partial<Record<CommandType, number>>> = {
  DispatchCrew: 4,
  TransportCasualty: 2,
  TriageCasualty: 2,
  SetRunMode: 0.3,
  EjectCore: 0.2,
  StartScenario: 0.2,
  StopScenario: 0.2,
  RestoreShip: 0.1,
}

/** What is said for reviews changes nothing aboard. It takes turns at one place in the draw, so that what else a seed draws stays. */
const WORDS: readonly CommandType[] = ['PinNote', 'RateObjective', 'RecordImprovement', 'SetStandards']

/** Where on a line of all weights each order ends. */
const ENDS: readonly { readonly type: CommandType; readonly end: number }[] = (() => {
  let end = 0
  return (Object.keys(MAKERS) as CommandType[])
    .filter((type) => type === WORDS[0] || !WORDS.includes(type))
    .map((type) => ({ type, end: (end += WEIGHTS[type] ?? 1) }))
})()

const drawnType = (dice: Dice, at: number): CommandType => {
  const on = dice.between(0, ENDS.at(-1)?.end ?? 0)
  const type = (ENDS.find(({ end }) => on < end) ?? ENDS[0])?.type ?? 'SilenceAlarms'
  return type === WORDS[0] ? (WORDS[at % WORDS.length] ?? type) : type
}

/** Ids that no ship has, though every object has members of those names. */
const STRANGE_IDS = ['__proto__', 'constructor', 'toString', '', 'breach:', 'nobody'] as const
const STRANGE_NUMBERS = [Number.NaN, -1, 1e12, Infinity] as const
const ID_MEMBERS: ReadonlySet<string> = new Set([
  ...['compartment', 'crew', 'task', 'passage', 'system', 'casualty', 'alarm', 'report', 'sickbay', 'item', 'incident'],
  ...['card', 'subject', 'step', 'from', 'to'],
])

/** The same order about something that is not there, or with a number that is none. [ORD1] [ORD2] */
const garbled = (order: Order, dice: Dice): Order => {
  const members = Object.entries<unknown>(order).filter(
    ([key, value]) => ID_MEMBERS.has(key) || (typeof value === 'number' && key !== 'priority'),
  )
  if (members.length === 0) return order
  const [key, value] = dice.pick(members)
  const strange = typeof value === 'number' ? dice.pick(STRANGE_NUMBERS) : dice.pick(STRANGE_IDS)
  return { ...order, [key]: strange }
}

export interface Shares {
  /** Of the orders, what a sensible dispatcher would give. */
  readonly sensible: number
  /** What nobody should: about things that do not exist, with numbers that are none. */
  readonly garbled: number
}

/** An order at random; half of the time one that a sensible dispatcher would give, unless other shares are asked for. */
export const randomOrder = (
  ship: Ship,
  dice: Dice,
  at: number,
  shares: Shares = { sensible: 0.5, garbled: 0 },
): Order => {
  // Alarms there nearly always are: their acknowledgement would crowd out the rest.
  const sensible = dice.chance(shares.sensible)
    ? nearest(ship, at).filter(({ type }) => type !== 'AcknowledgeAlarm')
    : []
  if (sensible.length > 0) return dice.pick(sensible)
  const type = drawnType(dice, at)
  // The table pairs each type with its own maker, which indexing by a union cannot say.
  const order = { type, ...MAKERS[type](ship, dice, at) } as Order
  return dice.chance(shares.garbled) ? garbled(order, dice) : order
}
