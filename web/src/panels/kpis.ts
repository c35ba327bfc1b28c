import type { AlarmPriority, Ship } from '#shared/ship/state.ts'
import type { CrewView } from '#shared/ship/views/crews.ts'
import { type Figures, figuresOf } from '#shared/ship/views/figures.ts'
import { powerWords } from '#shared/ship/views/words.ts'
import { left, percent, plural } from './format.ts'

export type KpiId = 'hull' | 'shields' | 'power' | 'casualties' | 'crews'

/** One of the five figures an officer reads first. */
export interface Kpi {
  readonly id: KpiId
  readonly label: string
  readonly value: string
  readonly unit: string
  readonly sub: string
  readonly severity: AlarmPriority | null
  /** The number behind the value, for its trend. */
  readonly number: number
  /** +1: more is better; −1: more is worse. */
  readonly better: 1 | -1
}

/** The gravest level whose limit a falling figure has passed. */
const below = (value: number, limits: readonly (readonly [number, AlarmPriority])[]): AlarmPriority | null =>
  limits.find(([limit]) => value < limit)?.[1] ?? null

/** Limits in per cent at which a figure takes the colour of an alarm. Invented. */
const HULL_LIMITS = [
  [40, 'critical'],
  [75, 'warning'],
  [95, 'caution'],
] as const
const SHIELD_LIMITS = [
  [25, 'warning'],
  [60, 'caution'],
] as const
const BATTERY_LOW_PERCENT = 20

const hull = ({ hullPercent, openBreaches, heldBreaches }: Figures): Kpi => ({
  id: 'hull',
  label: 'Hull integrity',
  value: String(Math.floor(hullPercent)),
  unit: '%',
  sub: openBreaches === 0 ? 'No breach' : `${plural(openBreaches, 'breach', 'breaches')} · ${heldBreaches} held`,
  severity: below(hullPercent, HULL_LIMITS),
  number: hullPercent,
  better: 1,
})

const shields = ({ shieldsPercent }: Figures): Kpi => ({
  id: 'shields',
  label: 'Shields',
  value: shieldsPercent === null ? '–' : String(Math.floor(shieldsPercent)),
  unit: shieldsPercent === null ? '' : '%',
  sub: shieldsPercent === null ? 'None fitted' : 'Mean of generators',
  severity: shieldsPercent === null ? null : below(shieldsPercent, SHIELD_LIMITS),
  number: shieldsPercent ?? 0,
  better: 1,
})

const power = ({ power: { supplyMw, demandMw, batteryPercent } }: Figures): Kpi => {
  const covered = demandMw > 0 ? Math.min(100, (100 * supplyMw) / demandMw) : 100
  const short = demandMw - supplyMw
  const scarce = batteryPercent < BATTERY_LOW_PERCENT ? 'critical' : 'warning'
  return {
    id: 'power',
    label: 'Power',
    value: String(Math.floor(covered)),
    unit: '%',
    sub: `${short > 0 ? `Short ${powerWords(short)}` : `Spare ${powerWords(-short)}`} · Bat ${percent(batteryPercent)}`,
    severity: short > 0 ? scarce : batteryPercent < BATTERY_LOW_PERCENT ? 'caution' : null,
    number: covered,
    better: 1,
  }
}

const casualties = ({ casualties: { immediate, delayed, minimal, expectant, untriaged, dead } }: Figures): Kpi => {
  const living = immediate + delayed + minimal + expectant + untriaged
  const parts = [
    [immediate, 'immediate'],
    [untriaged, 'new'],
    [dead, 'dead'],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return {
    id: 'casualties',
    label: 'Casualties',
    value: String(living),
    unit: '',
    sub: told.join(' · ') || (living === 0 ? 'None' : 'None immediate'),
    severity: immediate > 0 ? 'critical' : untriaged > 0 ? 'warning' : delayed > 0 ? 'caution' : null,
    number: living,
    better: -1,
  }
}

const crews = ({ crews: { ready, total, short } }: Figures, list: readonly CrewView[], at: number): Kpi => {
  const frees = list.flatMap(
    ({ doneAt, status, arrivesAt }) => doneAt ?? (status === 'returning' ? arrivesAt : null) ?? [],
  )
  const next =
    frees.length > 0
      ? `Next free ${left(Math.min(...frees), at)}`
      : ready === total
        ? 'All at station'
        : `${total - ready} out`
  return {
    id: 'crews',
    label: 'Crews ready',
    value: `${ready}/${total}`,
    unit: '',
    sub: short > 0 ? `${next} · ${short} short` : next,
    severity: ready === 0 ? 'warning' : null,
    number: ready,
    better: 1,
  }
}

export const kpisOf = (ship: Ship, crewList: readonly CrewView[], at: number): readonly Kpi[] => {
  const figures = figuresOf(ship, at)
  return [hull(figures), shields(figures), power(figures), casualties(figures), crews(figures, crewList, at)]
}
