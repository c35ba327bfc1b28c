import { expect, test } from 'vitest'
import { diceFor } from '#shared/dice.ts'
import { projectEvent, projectState } from '#shared/protocol/projection.ts'
import type { RecordedEvent, ShipEvent } from '#shared/ship/events.ts'
import { evolve } from '#shared/ship/evolve.ts'
import { shown } from '#shared/ship/known.ts'
import { newShip, type Ship, shipFrom, stateOf } from '#shared/ship/state.ts'
import { boardOf } from '#shared/ship/views/board.ts'
import { damageReportOf } from '#shared/ship/views/damage-report.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { readShipFile } from '#shared/ship-file/read.ts'
import { generateShip } from '../support/generate-ship.ts'
import { after, givenShip } from '../support/given.ts'
import { randomOrder } from '../support/random-orders.ts'

const SHIPS = 25
const ORDERS = 40
const ROLE = 'operations'

/** A ship whose internal sensors see little, or nothing. */
const dimShip = (seed: number) => {
  const file = generateShip(seed)
  const system = file.systems[0]?.id ?? ''
  const read = readShipFile(JSON.parse(JSON.stringify({ ...file, sensors: { system, noticeSeconds: 60 } })))
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  const to = diceFor(seed, 'dim', 1).whole(0, 40)
  return givenShip(newShip(planOf(read.value)), { type: 'DamageSystem', system, to })
}

const toldOf = (event: ShipEvent): RecordedEvent =>
  projectEvent({ ...event, wall: '', by: { role: 'instructor', name: '' }, command: null }, ROLE)
const seen = (ship: Ship) => projectState(stateOf(ship), ROLE)

/** At every event: `project(fold(s, e)) = project(fold(project(s), project(e)))`. How many of the events were withheld. */
const tell = (start: Ship, events: readonly ShipEvent[]): number => {
  let truth = start
  let told = shipFrom(start.plan, seen(start))
  let withheld = 0
  for (const event of events) {
    truth = evolve(truth, event)
    told = evolve(told, toldOf(event))
    if (toldOf(event).type === 'Withheld') withheld++
  }
  expect(seen(told)).toEqual(seen(truth))
  return withheld
}

test(`[KNO9] ${SHIPS} ships that see little: what a role is told folds to what is known, and can be looked at`, () => {
  let withheld = 0
  for (let seed = 1; seed <= SHIPS; seed++) {
    const dice = diceFor(seed, 'dim', 2)
    let scene = dimShip(seed)
    for (let n = 0; n < ORDERS; n++) {
      const before = scene.ship
      scene = scene.when(randomOrder(scene.ship, dice, scene.at), after(dice.whole(0, 120)))
      withheld += tell(before, scene.events)
      const aboard = shown(scene.ship)
      expect(boardOf(aboard, scene.at).crews).toHaveLength(scene.ship.plan.crews.size)
      expect(damageReportOf(aboard, scene.at).at).toBe(scene.at)
    }
  }
  expect(withheld).toBeGreaterThan(100)
})
