import { pressureAt } from '#shared/ship/formula.ts'
import { peopleIn } from '#shared/ship/people.ts'
import type { AlarmPriority, Ship } from '#shared/ship/state.ts'
import { CASUALTY_STATUS, INJURY, TRIAGE } from '#shared/ship/views/words.ts'
import { casualtiesOf } from '#shared/ship/views/casualties.ts'
import { barredAt } from './way.ts'
import { kilopascals } from '../panels/format.ts'
import { fireInWords, leaksInWords, leavingInWords } from '../panels/hazardWords.ts'

/** Something to know before one opens the door. */
export interface PlaceFact {
  readonly label: string
  readonly value: string
  /** How grave; null: it is as it should be. */
  readonly severity: AlarmPriority | null
}

const airFact = (ship: Ship, compartment: string, at: number): PlaceFact => {
  const air = ship.air[compartment]
  const kpa = kilopascals(pressureAt(ship, compartment, at))
  const course = air?.flow.kind === 'venting' ? ', falling' : air?.flow.kind === 'filling' ? ', rising' : ''
  const thin = air?.thin ? ', thin: suits' : ''
  return {
    label: 'Air',
    value: kpa + course + thin,
    severity: air?.thin ? 'critical' : course === ', falling' ? 'warning' : null,
  }
}

const breachFacts = (ship: Ship, compartment: string): readonly PlaceFact[] => {
  const open = Object.values(ship.breaches).filter((breach) => breach.compartment === compartment)
  const areaM2 = open.reduce((sum, breach) => sum + breach.areaM2, 0)
  const held = compartment in ship.fields
  if (open.length === 0) return []
  const value = `${areaM2.toFixed(2)} m², ${held ? 'a force field holds it' : 'open to space'}`
  return [
    { label: open.length === 1 ? 'Breach' : `${open.length} breaches`, value, severity: held ? 'warning' : 'critical' },
  ]
}

const fireFacts = (ship: Ship, compartment: string, at: number): readonly PlaceFact[] => {
  const fire = ship.fires[compartment]
  const nextDoor = (ship.plan.passagesOf.get(compartment) ?? [])
    .flatMap(({ between }) => between)
    .filter((other) => other !== compartment && other in ship.fires)
  return [
    ...(fire ? [{ label: 'Fire', value: fireInWords(fire, at, ship.plan), severity: 'critical' } as const] : []),
    ...(nextDoor.length > 0
      ? [{ label: 'Fire next door', value: [...new Set(nextDoor)].join(', '), severity: 'warning' } as const]
      : []),
  ]
}

const peopleFacts = (ship: Ship, compartment: string): readonly PlaceFact[] => {
  const people = peopleIn(ship, compartment)
  const leaving = leavingInWords(ship, compartment)
  return [
    { label: 'People inside', value: people === 0 ? 'Nobody' : String(people), severity: null },
    ...leaving.map((value) => ({ label: 'Evacuation', value, severity: 'caution' }) as const),
  ]
}

const casualtyFacts = (ship: Ship, compartment: string, at: number): readonly PlaceFact[] =>
  casualtiesOf(ship, at)
    .filter(({ place, status }) => place === compartment && status === 'waiting')
    .map(({ id, name, injury, category, status }) => ({
      label: `Casualty ${id}`,
      value: [name, INJURY[injury], category ? TRIAGE[category] : CASUALTY_STATUS[status]].filter(Boolean).join(', '),
      severity: category === 'immediate' ? 'critical' : 'warning',
    }))

/** The worst first is not for here: the order is the one in which a team leader asks. */
export const placeFacts = (ship: Ship, compartment: string, at: number): readonly PlaceFact[] => [
  airFact(ship, compartment, at),
  ...fireFacts(ship, compartment, at),
  ...breachFacts(ship, compartment),
  ...(compartment in ship.vents
    ? [{ label: 'Vented', value: 'Open to space by order', severity: 'critical' } as const]
    : []),
  ...leaksInWords(ship, compartment).map((value) => ({ label: 'Leak', value, severity: 'warning' }) as const),
  ...(compartment in ship.fields ? [{ label: 'Force field', value: 'Up', severity: null }] : []),
  ...barredAt(ship, compartment).map((value) => ({ label: 'Barred', value, severity: 'caution' }) as const),
  ...peopleFacts(ship, compartment),
  ...casualtyFacts(ship, compartment, at),
]
