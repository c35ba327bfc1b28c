import { alarmId, type Subject } from '../alarm-id.ts'
import type { EventOf, Fact, ShipEvent } from '../events.ts'
import { on } from '../law.ts'
import { known, rememberedLast } from '../records.ts'
import type { AlarmCause, Concealable, Ship, ThingKey } from '../state.ts'

const about = (cause: AlarmCause, id: string): Subject => ({ cause, id })

const NONE: readonly Subject[] = []
const STRAIN = about('hull-strain', 'ship')
const BEDS = about('beds', 'ship')

const CREW_TURNS = [
  ...(['CrewTired', 'CrewDispatched', 'CrewRecalled', 'CrewReleased'] as const),
  ...(['CrewReturning', 'CrewHalted', 'CrewReady'] as const),
]

type Touch<Type extends Fact['type'] = Fact['type']> = (ship: Ship, event: EventOf<Type>) => readonly Subject[]

type Touches = { readonly [Type in Fact['type']]?: Touch<Type> }

/** By type of event: the alarms that it may have changed. */
const touches = (): Touches => ({
  ...on(['BreachOpened', 'BreachSealed'], (ship, { compartment }) => [...breached(ship, compartment), STRAIN]),
  ...on(['ForceFieldRaised', 'ForceFieldLowered'], (ship, { compartment }) => breached(ship, compartment)),
  ForceFieldFailed: (_ship, { compartment: id }) => [about('breach', id), about('field-failed', id)],
  ...on(['HullStrained', 'HullRelieved'], () => [STRAIN]),
  ...on(['FireStarted', 'FireFlashedOver', 'FireOut'], (_ship, { compartment }) => [about('fire', compartment)]),
  ...on(['LeakStarted', 'LeakStopped'], (_ship, { system }) => [about('leak', system)]),
  ...on(['PeopleTrapped', 'EvacuationOrdered', 'EvacuationResumed', 'EvacuationEnded'], (ship, { compartment }) =>
    occupied(ship, compartment),
  ),
  PeopleMoved: (ship, { from, to }) => [...occupied(ship, from), ...occupied(ship, to)],
  ...on(['CoreThreatened', 'CoreSafe', 'CoreEjected', 'CoreLost'], () => [about('core', 'ship')]),
  ...on(CREW_TURNS, (_ship, { crew }) => [about('crew', crew), about('fatigue', crew)]),
  // by a crew, or by the people of a compartment
  HandsLent: (ship, { from }) => (ship.plan.compartments.has(from) ? occupied(ship, from) : []),
  SupplyChanged: (_ship, { supply }) => [about('supply', supply)],
  DamageReported: (_ship, { compartment }) => [about('report', compartment)],
  ...on(['ReportConfirmed', 'ReportRefuted'], (ship, { report }) => [
    about('report', known(ship.reports[report], report).compartment),
  ]),
  ...on(['TreatmentPlaceOpened', 'CasualtyBedded'], () => [BEDS]),
  PlaceRevealed: (ship, { compartment, reveals }) =>
    reveals.flatMap(({ key }) => revealedSubjects(ship, compartment, key)),
  ...on(['AirThinned', 'AirRestored'], (_ship, { compartment }) => [about('thin-air', compartment)]),
  // air may be seen to be good again that nobody saw getting better
  AirFlowChanged: ({ alarms }, { readings }) =>
    readings.map(({ compartment }) => about('thin-air', compartment)).filter((one) => alarmId(one) in alarms),
  ...on(['SystemDamaged', 'SystemHealthReached'], (_ship, { system }) => [about('system', system)]),
  ...on(['PassageJammed', 'PassageFreed'], (_ship, { passage }) => [about('passage', passage)]),
  ...on(['PowerBalanceChanged', 'BatteryDepleted'], () => [about('power', 'ship')]),
  // people fewer or more
  ...on(['CasualtyReported', 'CasualtyDischarged'], (ship, event) => [
    ...occupied(ship, placeOf(ship, event)),
    about('casualties', placeOf(ship, event)),
    BEDS,
  ]),
  ...on(['CasualtyTriaged', 'CasualtyMoved', 'CasualtySetDown', 'CasualtyDied'], (ship, event) => [
    about('casualties', placeOf(ship, event)),
    BEDS,
  ]),
})

const touchesOnce = rememberedLast((make: () => Touches) => make())

// The table pairs each type with its own kind of event, which indexing by a union cannot say.
export const touchedBy = (ship: Ship, event: ShipEvent): readonly Subject[] =>
  (touchesOnce(touches)[event.type] as Touch | undefined)?.(ship, event) ?? NONE

const placeOf = (ship: Ship, { casualty }: { readonly casualty: string }): string =>
  known(ship.casualties[casualty], casualty).compartment

/** A field that failed is a matter only once; it ends when the field stands again or the breach is closed. */
const failedField = (ship: Ship, compartment: string): readonly Subject[] => {
  const subject = about('field-failed', compartment)
  const alarm = ship.alarms[alarmId(subject)]
  return alarm && alarm.state !== 'returned' ? [subject] : []
}

/** An open breach, with what its field did. */
const breached = (ship: Ship, compartment: string): readonly Subject[] => [
  about('breach', compartment),
  ...failedField(ship, compartment),
]

/** The alarms whose priority depends on whether anybody is in a compartment. */
const occupied = (ship: Ship, compartment: string): readonly Subject[] => [
  about('thin-air', compartment),
  about('fire', compartment),
  about('trapped', compartment),
  ...(ship.plan.systemsIn.get(compartment) ?? []).map(({ id }) => about('leak', id)),
]

/** The alarms that something which has come to be known may call for. */
const revealedSubjects = (ship: Ship, compartment: string, key: ThingKey): readonly Subject[] => {
  const id = key.slice(key.indexOf('/') + 1)
  switch (key.slice(0, key.indexOf('/')) as Concealable) {
    case 'breaches':
      return [...breached(ship, compartment), STRAIN]
    case 'fires':
      return [about('fire', id)]
    case 'leaks':
      return [about('leak', id)]
    case 'air':
      return [about('thin-air', id)]
    case 'passages':
      return [about('passage', id)]
    case 'systems':
      return [about('system', id)]
    case 'casualties':
      return [
        about('casualties', compartment),
        about('casualties', ship.casualties[id]?.compartment ?? compartment),
        BEDS,
      ]
    case 'people':
      return occupied(ship, id)
    case 'scorched':
      return []
  }
}
