import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { type Due, type Law, soonestIn } from '../law.ts'
import { within } from '../limits.ts'
import { fitIn, peopleIn } from '../people.ts'
import { known, own } from '../records.ts'
import type { Rejection, Ruling } from '../rejections.ts'
import { err, ok, type Result } from '../../result.ts'
import type { CrewState, Ship, Stop, Transfer } from '../state.ts'
import { turningPoint } from './crews.ts'
import { endOf, routeBetween } from './routes.ts'

/** More than this no crew and no order has. */
const PEOPLE = { least: 1, most: 100 } as const

interface Lender {
  /** Those who can be sent. */
  readonly people: number
  /** Where, and from when on, they set out. */
  readonly from: Stop
}

const crewAsLender = (ship: Ship, id: string, crew: CrewState, at: number): Result<Lender, Rejection> => {
  if (crew.task !== null) return err({ code: 'CrewNotReady', crew: id, crewStatus: crew.status, task: crew.task })
  return ok({ people: fitIn(ship, id), from: turningPoint(crew, at) })
}

/** A crew that is not out, or those who happen to be in a compartment. */
const lenderOf = (ship: Ship, id: string, at: number): Result<Lender, Rejection> => {
  const crew = own(ship.crews, id)
  if (crew) return crewAsLender(ship, id, crew, at)
  if (!ship.plan.compartments.has(id)) return err({ code: 'UnknownThing', what: 'crew or compartment', id })
  return ok({ people: peopleIn(ship, id), from: { compartment: id, at } })
}

/** Where they go: to where a crew is or will be when it is there; only a crew gives people back to a compartment. */
const goalOf = (ship: Ship, from: string, to: string): Result<string, Rejection> => {
  const crew = own(ship.crews, to)
  if (crew) return ok(crew.route.at(-1)?.compartment ?? crew.compartment)
  if (ship.plan.compartments.has(to) && from in ship.crews) return ok(to)
  return err({ code: 'UnknownThing', what: ship.plan.compartments.has(to) ? 'crew' : 'crew or compartment', id: to })
}

/** [HND1]–[HND3] People are lent to a crew and walk there; the same order the other way sends them back. */
export const lendHands = (ship: Ship, order: Extract<Order, { type: 'LendHands' }>, at: number): Ruling => {
  const { from, to, people } = order
  const lender = lenderOf(ship, from, at)
  if (!lender.ok) return lender
  const goal = goalOf(ship, from, to)
  if (!goal.ok) return goal
  if (from === to) return ok([])
  const asked = within('people', people, PEOPLE)
  if (!asked.ok) return asked
  if (people > lender.value.people)
    return err({ code: 'TooFewPeople', from, people: lender.value.people, asked: people })
  const start = lender.value.from
  const route = routeBetween(ship, start.compartment, goal.value, start.at)
  if (!route.ok) return err({ code: 'NoRoute', from: start.compartment, to: goal.value, ...route.error })
  const transfer = `L${ship.numbers.transfer + 1}`
  return ok([{ type: 'HandsLent', transfer, from, to, people, arrivesAt: endOf(route.value) }])
}

const soonestThere = soonestIn(({ arrivesAt }: Transfer) => arrivesAt)

const due = ({ transfers }: Ship): Due | null => soonestThere(transfers)

const fall = (ship: Ship, { id }: Due): readonly Fact[] => {
  const { to, people } = known(ship.transfers[id], id)
  return [{ type: 'HandsJoined', transfer: id, to, people }]
}

/**
 * [HND2] Lent hands are there when they have walked to where the crew was to be. Whoever sets out goes all the way: a crew
 * that moves on meanwhile is met on its way, and a passage barred behind their backs does not hold them up.
 */
export const hands: Law = { due, fall }
