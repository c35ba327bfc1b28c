import { diceFor } from '../../dice.ts'
import type { FactOf } from '../events.ts'
import type { Fate, Ship } from '../state.ts'
import type { Injury, Triage } from '../terms.ts'

interface Prognosis {
  readonly severity: Triage
  /** Chance to live through treatment. */
  readonly survival: number
}

/** What each injury means. Severities follow START triage; the chances are invented. */
export const PROGNOSIS: Readonly<Record<Injury, Prognosis>> = {
  'severe-burns': { severity: 'immediate', survival: 0.05 },
  blast: { severity: 'immediate', survival: 0.9 },
  crush: { severity: 'immediate', survival: 0.92 },
  hypoxia: { severity: 'immediate', survival: 0.92 },
  radiation: { severity: 'immediate', survival: 0.85 },
  inhalation: { severity: 'immediate', survival: 0.95 },
  burns: { severity: 'delayed', survival: 0.98 },
  fracture: { severity: 'delayed', survival: 1 },
  concussion: { severity: 'delayed', survival: 0.99 },
  laceration: { severity: 'minimal', survival: 1 },
  shock: { severity: 'minimal', survival: 1 },
}

/** How long each can wait before getting worse, minutes, drawn between the two. Invented; minimal ones don't get worse. */
const WORSENS_MINUTES: Readonly<Record<Triage, readonly [number, number] | null>> = {
  immediate: [6, 14],
  expectant: [3, 8],
  delayed: [15, 40],
  minimal: null,
}

const waitMs = (severity: Triage, unit: number): number | null => {
  const range = WORSENS_MINUTES[severity]
  return range && Math.round((range[0] + (range[1] - range[0]) * unit) * 60_000)
}

const fateOf = (ship: Ship, number: number, injury: Injury): Fate => {
  const dice = diceFor(ship.seed, 'casualty', number)
  const { severity, survival } = PROGNOSIS[injury]
  const survivesTreatment = dice.chance(survival)
  const wait = waitMs(severity, dice.unit())
  return { severity, survivesTreatment, worsensAt: wait === null ? null : ship.at + wait }
}

/** Delayed becomes immediate; what the wait is then is drawn anew. */
export const worsenedFate = (ship: Ship, number: number, fate: Fate, at: number): Fate => {
  const wait = waitMs('immediate', diceFor(ship.seed, 'worsening', number).unit())
  return { ...fate, severity: 'immediate', worsensAt: wait === null ? null : at + wait }
}

/** [CAS1] The dice fall when the casualty is reported, so that the outcome does not depend on who looks when. */
export const reportFact = (
  ship: Ship,
  about: {
    readonly number: number
    readonly compartment: string
    readonly injury: Injury
    readonly name?: string
    readonly crew?: string
    readonly hit?: string
  },
): FactOf<'CasualtyReported'> => ({
  type: 'CasualtyReported',
  casualty: `C${about.number}`,
  name: about.name ?? null,
  crew: about.crew ?? null,
  compartment: about.compartment,
  injury: about.injury,
  hit: about.hit ?? null,
  fate: fateOf(ship, about.number, about.injury),
})
