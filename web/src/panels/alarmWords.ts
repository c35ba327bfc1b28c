import { healthAt, pressureAt } from '#shared/ship/formula.ts'
import type { Alarm, Ship } from '#shared/ship/state.ts'
import { ALARM_CAUSE, crewName, FIRE_GROWTH, placeName, systemName, TIREDNESS } from '#shared/ship/views/words.ts'
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
    case 'fatigue':
      return subject === null
        ? word
        : `${crewName(plan, subject)} · ${TIREDNESS[ship.crews[subject]?.tired ?? 'fresh']}`
    case 'leak':
    case 'core':
      return subject === null ? word : `${word} · ${systemName(plan, subject)}`
    case 'supply':
      return `${word} · ${plan.file.supplies?.find(({ id }) => id === subject)?.name ?? ''}`
    case 'fire':
      return `${word} · ${fireWords(ship, compartment, at)}`
    case 'casualties':
    case 'field-failed':
    case 'power':
    case 'trapped':
    case 'hull-strain':
    case 'report':
    case 'beds':
      return word
  }
}

const fireWords = (ship: Ship, compartment: string | null, at: number): string => {
  const fire = compartment === null ? undefined : ship.fires[compartment]
  if (!fire) return 'out'
  return fire.flashedOverAt === null
    ? `${FIRE_GROWTH[fire.growth].toLowerCase()}, ${minutes(at - fire.startedAt)}`
    : 'flashed over'
}

const minutes = (ms: number): string => `${Math.floor(ms / 60_000)} min`

/** The same with its place, for a button's name: "Hull breach · no field, 07-04 Laboratories". */
export const alarmAndPlace = (ship: Ship, alarm: Alarm, at: number): string =>
  [alarmInWords(ship, alarm, at), alarm.compartment !== null && placeName(ship.plan, alarm.compartment)]
    .filter(Boolean)
    .join(', ')
