import { advance } from '#shared/ship/advance.ts'
import { decide } from '#shared/ship/decide.ts'
import { fold } from '#shared/ship/evolve.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
import type { Received } from '#shared/ship/commands.ts'
import { attack, plan, recorded } from './attack.ts'
import { about, type Finding } from './goals.ts'
import { computing, inTurns, median, perSecond, ratio } from './measure.ts'

const ROUNDS = 3
const FOR_MS = 400
/** So many times over, each order is met once by a ship of its own. */
const ATTACKS = 200

interface Judged {
  /** The ship as she was before what fell due and the order. */
  readonly ship: Ship
  readonly received: Received
}

/** Every order of an attack, with the ship that it met, folded anew: one that nobody has searched for ways before. */
const ordersOf = (happenings: ReturnType<typeof attack>): readonly Judged[] => {
  let ship = newShip(plan)
  return happenings.flatMap((happening) => {
    const before = ship
    ship = fold(ship, happening.events)
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

export const core = async (): Promise<readonly Finding[]> => {
  const happenings = attack(1)
  const events = recorded(happenings)
  const orders = ordersOf(happenings).length
  const start = newShip(plan)
  const rates = await inTurns(ROUNDS, {
    evolve: () => perSecond(events.length, FOR_MS, () => fold(start, events)),
    copy: () => perSecond(events.length, FOR_MS, () => bareCopy(start, events.length)),
    orders: () => {
      const attacks = Array.from({ length: ATTACKS }, () => ordersOf(happenings)).flat()
      const ms = computing(() => {
        for (const { ship, received } of attacks) {
          advance(ship, received.at)
          decide(ship, received)
        }
      })
      return (attacks.length * 1000) / ms
    },
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
      behind: `${orders} orders, most of them crews sent and casualties moved, with routes to find`,
    },
  ]
}
