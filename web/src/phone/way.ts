import type { Passage } from '#shared/ship/plan.ts'
import { isPassable, passageState } from '#shared/ship/rules/passages.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { CrewView } from '#shared/ship/views/crews.ts'
import { PASSAGE_STATE } from '#shared/ship/views/words.ts'

const KINDS: Readonly<Record<Passage['kind'], string>> = { door: 'Door', ladder: 'Ladder', lift: 'Lift' }

/** One compartment on a crew's way, and how one gets into it from the one before. */
export interface Leg {
  readonly compartment: string
  /** Mission time at which the crew should be there. */
  readonly at: number
  readonly passed: boolean
  /** "Ladder, closed"; null at the start. */
  readonly by: string | null
  /** Nobody gets through any more. */
  readonly barred: boolean
  /** "Fire", "Thin air": what the way leads through. */
  readonly dangers: readonly string[]
}

const between = (ship: Ship, a: string | undefined, b: string): Passage | undefined =>
  a === undefined ? undefined : ship.plan.passagesOf.get(b)?.find((passage) => passage.between.includes(a))

const dangersIn = (ship: Ship, compartment: string): readonly string[] => [
  ...(compartment in ship.fires ? ['Fire'] : []),
  ...(ship.air[compartment]?.thin ? ['Thin air'] : []),
  ...(Object.values(ship.leaks).some((leak) => leak.compartment === compartment) ? ['Leak'] : []),
]

export const wayOf = (ship: Ship, { route }: CrewView, at: number): readonly Leg[] =>
  route.map((stop, index) => {
    const passage = between(ship, route[index - 1]?.compartment, stop.compartment)
    const state = passage && passageState(ship, passage)
    return {
      ...stop,
      passed: stop.at <= at,
      by: passage && state ? `${KINDS[passage.kind]}, ${PASSAGE_STATE[state].toLowerCase()}` : null,
      barred: state !== undefined && !isPassable(state),
      dangers: dangersIn(ship, stop.compartment),
    }
  })

/** "Door to 07-05 jammed": ways into a compartment that let nobody through. */
export const barredAt = (ship: Ship, compartment: string): readonly string[] =>
  (ship.plan.passagesOf.get(compartment) ?? []).flatMap((passage) => {
    const state = passageState(ship, passage)
    const [a, b] = passage.between
    const other = a === compartment ? b : a
    return isPassable(state) ? [] : [`${KINDS[passage.kind]} to ${other} ${PASSAGE_STATE[state].toLowerCase()}`]
  })
