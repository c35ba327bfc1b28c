import { healthAt, pressureAt } from '#shared/ship/formula.ts'
import type { Alarm, Ship } from '#shared/ship/state.ts'
import { ALARM_CAUSE, crewName, placeName, systemName } from '#shared/ship/views/words.ts'
import { kilopascals, percent } from './format.ts'

/** What an alarm is about, in a row: "Hull breach · no field". */
export const alarmInWords = (ship: Ship, { cause, subject, compartment }: Alarm, at: number): string => {
  const { plan } = ship
  const word = ALARM_CAUSE[cause]
  switch (cause) {
    case 'breach':
      return `${word} · ${compartment !== null && compartment in ship.fields ? 'field holding' : 'no field'}`
    case 'thin-air':
      return compartment === null ? word : `${word} · ${kilopascals(pressureAt(ship, compartment, at))}`
    case 'system':
      return subject === null ? word : `${systemName(plan, subject)} · ${percent(healthAt(ship, subject, at))}`
    case 'crew':
      return subject === null ? word : `${crewName(plan, subject)} held up`
    case 'passage':
      return subject === null ? word : `Passage ${subject} jammed`
    case 'casualties':
    case 'field-failed':
    case 'power':
      return word
  }
}

/** The same with its place, for a button's name: "Hull breach · no field, 07-04 Laboratories". */
export const alarmAndPlace = (ship: Ship, alarm: Alarm, at: number): string =>
  [alarmInWords(ship, alarm, at), alarm.compartment !== null && placeName(ship.plan, alarm.compartment)]
    .filter(Boolean)
    .join(', ')
