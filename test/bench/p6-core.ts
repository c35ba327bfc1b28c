import { advance } from '#shared/ship/advance.ts'
import { decide } from '#shared/ship/decide.ts'
import { fold } from '#shared/ship/evolve.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
import type { Received } from '#shared/ship/commands.ts'
import { attack, plan, recorded } from './attack.ts'
import { about, type Finding } from './goals.ts'
import { inTurns, median, perSecond, ratio } from './measure.ts'

const ROUNDS = 3
const FOR_MS = 400

interface Judged {
  /** The ship as she was before what fell due and the order. */
  readonly ship: Ship
  readonly received: Received
}

/** Every order of an attack, with the ship that it met. */
const ordersOf = (happenings: ReturnType<typeof attack>): readonly Judged[] => {
  let ship = newShip(plan)
  return happenings.flatMap((happening) => {
    const before = ship
    ship = happening.ship
    const [first] = happening.events
    return happening.command && first ? [{ ship: before, received: { command: happening.command, at: first.at } }] : []
  })
}

/** The least a fold without mutation can do: a new ship for every event, with one record in it replaced. */
const bareCopy = (start: Ship, count: number): Ship => {
  let ship = start
  for (let seq = 1; seq <= count; seq++)
    ship = { ...ship, priorities: { ...ship.priorities, one: 'first' }, seq, at: seq }
  return ship
}

/** For a ship whose passages are not the same object no way has been searched yet. */
const unsearched = (ship: Ship): Ship => ({ ...ship, passages: { ...ship.passages } })

export const core = async (): Promise<readonly Finding[]> => {
  const happenings = attack(1)
  const events = recorded(happenings)
  const orders = ordersOf(happenings)
  const start = newShip(plan)
  const rates = await inTurns(ROUNDS, {
    evolve: () => perSecond(events.length, FOR_MS, () => fold(start, events)),
    copy: () => perSecond(events.length, FOR_MS, () => bareCopy(start, events.length)),
    orders: () =>
      perSecond(orders.length, FOR_MS, () => {
        for (const { ship, received } of orders) {
          const met = unsearched(ship)
          advance(met, received.at)
          decide(met, received)
        }
      }),
  })
  const share = ratio(rates.evolve, rates.copy).toFixed(2)
  return [
    {
      goal: 'P6',
      what: 'evolve a core, 15 decks under attack',
      value: median(rates.evolve),
      must: { atLeast: 1_000_000 },
      unit: '/s',
      behind: `${share} of bare copy-on-write, ${about(median(rates.copy))}/s; ${events.length} events`,
    },
    {
      goal: 'P6',
      what: 'advance and decide a core, the orders of that attack',
      value: median(rates.orders),
      must: { atLeast: 100_000 },
      unit: '/s',
      behind: `${orders.length} orders, most of them crews sent and casualties moved, with routes to find`,
    },
  ]
}
