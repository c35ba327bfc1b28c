import type { Dice } from '#shared/dice.ts'
import type { Order } from '#shared/ship/commands.ts'
import { nearest } from '#shared/ship/policy.ts'
import { tasksOf } from '#shared/ship/rules/tasks.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { Injury, Triage } from '#shared/ship/terms.ts'
import type { Facing } from '#shared/ship-file/schema.ts'

const FACINGS: readonly Facing[] = ['fore', 'aft', 'port', 'starboard', 'dorsal', 'ventral']
const INJURIES: readonly Injury[] = ['burns', 'severe-burns', 'blast', 'fracture', 'laceration', 'hypoxia']
const CATEGORIES: readonly Triage[] = ['immediate', 'delayed', 'minimal', 'expectant']

type Maker = (ship: Ship, dice: Dice, at: number) => Order

const anyOf = (dice: Dice, ids: Iterable<string>, otherwise: string): string => {
  const list = [...ids]
  return list.length > 0 ? dice.pick(list) : otherwise
}
const compartment = (ship: Ship, dice: Dice): string => dice.pick([...ship.plan.compartments.keys()])
const system = (ship: Ship, dice: Dice): string => dice.pick([...ship.plan.systems.keys()])
const passage = (ship: Ship, dice: Dice): string => anyOf(dice, ship.plan.passages.keys(), 'no-passage')
const crew = (ship: Ship, dice: Dice): string => dice.pick([...ship.plan.crews.keys()])
const casualty = (ship: Ship, dice: Dice): string => anyOf(dice, Object.keys(ship.casualties), 'C0')
const task = (ship: Ship, dice: Dice): string =>
  anyOf(
    dice,
    tasksOf(ship).map(({ id }) => id),
    'breach:B0',
  )

/** One of every kind of order that a ship can be given; many will be refused, as in life. */
const MAKERS: readonly Maker[] = [
  (ship, dice) => ({
    type: 'InflictHit',
    compartment: compartment(ship, dice),
    energy: dice.between(50, 900),
    facing: dice.pick(FACINGS),
  }),
  (ship, dice) => ({ type: 'InflictBreach', compartment: compartment(ship, dice), area: dice.between(0.05, 3) }),
  (ship, dice) => ({ type: 'DamageSystem', system: system(ship, dice), to: dice.whole(0, 90) }),
  (ship, dice) => ({ type: 'DispatchCrew', crew: crew(ship, dice), task: task(ship, dice) }),
  (ship, dice) => ({ type: 'DispatchCrew', crew: crew(ship, dice), task: task(ship, dice) }),
  (ship, dice) => ({ type: 'RecallCrew', crew: crew(ship, dice) }),
  (ship, dice) => ({ type: 'RaiseForceField', compartment: compartment(ship, dice) }),
  (ship, dice) => ({
    type: 'LowerForceField',
    compartment: anyOf(dice, Object.keys(ship.fields), compartment(ship, dice)),
  }),
  (ship, dice) => ({ type: 'SealPassage', passage: passage(ship, dice) }),
  (ship, dice) => ({ type: 'OpenPassage', passage: passage(ship, dice) }),
  (ship, dice) => ({ type: 'ShutDownSystem', system: system(ship, dice) }),
  (ship, dice) => ({ type: 'StartSystem', system: system(ship, dice) }),
  (ship, dice) => ({ type: 'ReportCasualty', compartment: compartment(ship, dice), injury: dice.pick(INJURIES) }),
  (ship, dice) => ({ type: 'TriageCasualty', casualty: casualty(ship, dice), category: dice.pick(CATEGORIES) }),
  (ship, dice) => ({
    type: 'TransportCasualty',
    casualty: casualty(ship, dice),
    by: dice.pick(['carry', 'beam'] as const),
  }),
  (ship, dice) => ({ type: 'TreatCasualty', casualty: casualty(ship, dice), treatment: 'bandage' }),
  (ship, dice) => ({ type: 'DischargeCasualty', casualty: casualty(ship, dice) }),
  (ship, dice) => ({ type: 'DeclareDeath', casualty: casualty(ship, dice) }),
  (ship, dice) => ({
    type: 'SetTaskPriority',
    task: task(ship, dice),
    priority: dice.pick(['first', 'normal', 'last'] as const),
  }),
  (ship, dice) => ({ type: 'AcknowledgeAlarm', alarm: anyOf(dice, Object.keys(ship.alarms), 'none') }),
  (_ship, dice) => ({ type: 'SetAlert', condition: dice.pick(['green', 'yellow', 'red'] as const) }),
  (_ship, dice) => ({ type: 'SetClock', rate: dice.pick([0, 1, 4, 16]) }),
  () => ({ type: 'RecordLog', text: 'all decks report' }),
  (_ship, _dice, at) => ({ type: 'PinNote', at, text: 'seen', kind: 'note' }),
  () => ({ type: 'OpenIncident', kind: 'drill', name: 'A drill' }),
  () => ({ type: 'CloseIncident' }),
]

/** An order at random; half of the time one that a sensible dispatcher would give. */
export const randomOrder = (ship: Ship, dice: Dice, at: number): Order => {
  const sensible = dice.chance(0.5) ? nearest(ship, at) : []
  return sensible.length > 0 ? dice.pick(sensible) : dice.pick(MAKERS)(ship, dice, at)
}
