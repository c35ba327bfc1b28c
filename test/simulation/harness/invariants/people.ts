import type { Plan } from '#shared/ship/plan.ts'
import type { Ship } from '#shared/ship/state.ts'
import { firstWrong, type Invariant } from '../invariant.ts'
import { sum } from '../readings.ts'

const usual = new WeakMap<Plan, number>()

/** Everyone in a compartment when nothing is amiss, and everyone in the crews. */
const usualPeople = (plan: Plan): number => {
  const before = usual.get(plan)
  if (before !== undefined) return before
  const inRooms = sum([...plan.compartments.values()].map(({ people }) => people))
  const inCrews = sum([...plan.crews.values()].map(({ size }) => size))
  usual.set(plan, inRooms + inCrews)
  return inRooms + inCrews
}

const lentHands = (ship: Ship): number => {
  let lent = 0
  for (const id in ship.crews) lent += ship.crews[id]?.hands ?? 0
  for (const id in ship.transfers) lent += ship.transfers[id]?.people ?? 0
  return lent
}

/** Well, at work in a crew, lent to one, on the way there, hurt, or dead: nobody is made, nobody is lost. */
const conserved = (ship: Ship): string | null => {
  let aboard = usualPeople(ship.plan) + lentHands(ship)
  for (const id in ship.people) {
    const people = ship.people[id] ?? 0
    if (!(people >= 0 && Number.isInteger(people))) return `${people} people in ${id}`
    aboard += people - (ship.plan.compartments.get(id)?.people ?? 0)
  }
  for (const id in ship.casualties) {
    const { crew, status } = ship.casualties[id] ?? {}
    if (crew === null && status !== 'discharged') aboard++
  }
  const { complement } = ship.plan.file
  return aboard === complement ? null : `${aboard} people aboard, ${complement} signed on`
}

/** [HIT4] [CAS7] A crew counts as hurt those of its members who are casualties. */
const crewsCount = (ship: Ship): string | null => {
  const down = new Map<string, number>()
  for (const id in ship.casualties) {
    const { crew, status } = ship.casualties[id] ?? {}
    if (crew && status !== 'discharged') down.set(crew, (down.get(crew) ?? 0) + 1)
  }
  return firstWrong(Object.entries(ship.crews), ([id, { hurt, hands }]) => {
    if (hurt !== (down.get(id) ?? 0)) return `crew ${id} counts ${hurt} hurt, ${down.get(id) ?? 0} are casualties`
    const members = (ship.plan.crews.get(id)?.size ?? 0) + hands
    return hurt <= members && members >= 0 ? null : `crew ${id} has ${hurt} hurt of ${members}`
  })
}

const transfers = (ship: Ship): string | null =>
  firstWrong(Object.values(ship.transfers), ({ id, to, people, arrivesAt }) => {
    if (!(people > 0 && Number.isInteger(people) && (to in ship.crews || ship.plan.compartments.has(to))))
      return `${people} people lent to ${to}`
    return arrivesAt >= ship.at ? null : `${id} should have arrived at ${arrivesAt} ms`
  })

const fatigue = (ship: Ship): string | null =>
  firstWrong(Object.entries(ship.crews), ([id, crew]) => {
    const { minutes, perMinute, since } = crew.fatigue
    if (!(minutes >= 0 && Number.isFinite(minutes + perMinute))) return `crew ${id} is tired by ${minutes} min`
    return since <= ship.at ? null : `crew ${id} has yet to tire`
  })

export const people: readonly Invariant[] = [
  { name: 'people are conserved', reads: ['people', 'casualties', 'crews', 'transfers'], broken: conserved },
  { name: 'crews count their hurt', reads: ['crews', 'casualties'], broken: crewsCount },
  { name: 'lent hands arrive', reads: ['transfers'], broken: transfers },
  { name: 'fatigue is not less than none', reads: ['crews'], broken: fatigue },
]
