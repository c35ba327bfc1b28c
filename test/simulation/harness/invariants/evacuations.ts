import type { Evacuation, Ship } from '#shared/ship/state.ts'
import { firstWrong, type Invariant } from '../invariant.ts'
import { letsPeopleThrough, passageBetween, peopleAt, sharing } from '../readings.ts'

const isOpenToSpace = (ship: Ship, compartment: string): boolean => {
  const airspace = sharing(ship, compartment)
  const breached = Object.values(ship.breaches).some(
    (one) => airspace.has(one.compartment) && !(one.compartment in ship.fields),
  )
  return breached || Object.keys(ship.vents).some((id) => airspace.has(id))
}

/** [EVA2] What is wrong with a place to which people are sent. */
const dangerIn = (ship: Ship, compartment: string): string | null => {
  if (compartment in ship.fires) return 'fire'
  if (compartment in ship.fields) return 'a field'
  if (compartment in ship.evacuations) return 'people leaving'
  if (ship.air[compartment]?.thin) return 'thin air'
  if (Object.values(ship.leaks).some((leak) => leak.compartment === compartment)) return 'a leak'
  return isOpenToSpace(ship, compartment) ? 'a draught' : null
}

const barrierOn = (ship: Ship, { route }: Evacuation): string | null => {
  for (const [i, { compartment }] of route.entries()) {
    const from = route[i - 1]
    const passage = from && passageBetween(ship, from.compartment, compartment)
    if (from && !(passage && letsPeopleThrough(ship, passage))) return `${from.compartment}/${compartment}`
  }
  return null
}

const wrongWith = (ship: Ship, evacuation: Evacuation): string | null => {
  const { compartment, to, nextAt, obstacle } = evacuation
  if (peopleAt(ship, compartment) === 0) return 'goes on, and nobody is left'
  if (to === null) return obstacle === null || nextAt !== null ? 'is barred by nothing, or goes on' : null
  if (nextAt === null || nextAt < ship.at) return `should have gone on at ${nextAt} ms`
  const danger = dangerIn(ship, to)
  const barrier = barrierOn(ship, evacuation)
  return danger ? `leads to ${to}, where there is ${danger}` : barrier && `leads through ${barrier}, which is barred`
}

/** [EVA2]–[EVA5] Whoever is told to leave goes on leaving, to where it is safe, or is trapped by something. */
const leaving = (ship: Ship): string | null =>
  firstWrong(Object.values(ship.evacuations), (evacuation) => {
    const what = wrongWith(ship, evacuation)
    return what && `the evacuation of ${evacuation.compartment} ${what}`
  })

const WAY = ['evacuations', 'people', 'passages', 'fires', 'fields', 'leaks', 'vents', 'breaches', 'air'] as const

export const evacuations: readonly Invariant[] = [
  { name: 'evacuations lead to where it is safe', reads: WAY, broken: leaving },
]
