import type { HazardKind } from '#shared/review/parts/hazards.ts'
import type { Series } from '#shared/review/parts/course.ts'
import type { Sheet } from '../../panels/sheet.ts'
import { clockText } from '../../ui/duration.ts'
import { tenth } from '../figures.ts'
import { HAZARD } from '../words.ts'
import type { Look } from './looks.ts'

/** A figure over time as a chart has it: what it is called, how it looks, how it reads. */
export interface Named {
  readonly label: string
  readonly look: Look
  readonly values: readonly number[]
}

const HAZARD_LOOKS: Readonly<Record<HazardKind, Look>> = {
  breach: { token: '--steady', pattern: 'solid' },
  fire: { token: '--ink', pattern: 'diagonal' },
  leak: { token: '--field', pattern: 'dots' },
  passage: { token: '--ink3', pattern: 'lines' },
  system: { token: '--grid', pattern: 'solid' },
}

export const hazardCourses = ({ hazards }: Series): readonly Named[] =>
  (Object.keys(HAZARD_LOOKS) as HazardKind[]).map((kind) => ({
    label: HAZARD[kind],
    look: HAZARD_LOOKS[kind],
    values: hazards[kind],
  }))

export const casualtyCourses = ({ casualties }: Series): readonly Named[] => [
  { label: 'Dead', look: { token: '--ink', pattern: 'cross' }, values: casualties.dead },
  { label: 'Waiting', look: { token: '--ink2', pattern: 'diagonal' }, values: casualties.waiting },
  { label: 'On the way', look: { token: '--field', pattern: 'dots' }, values: casualties.moving },
  { label: 'In a bed', look: { token: '--steady', pattern: 'solid' }, values: casualties.inBed },
]

export const harmCourses = ({ harm }: Series): readonly Named[] => [
  { label: 'Harm so far', look: { token: '--ink2', pattern: 'diagonal' }, values: harm },
]

/** The place in the series of the last instant that is not after one. */
export const placeAt = ({ at }: Series, atMs: number): number =>
  Math.max(
    0,
    at.findLastIndex((one) => one <= atMs),
  )

/** How a figure reads: counts whole, harm to a tenth. */
export const reading = (value: number | undefined): string => {
  if (value === undefined) return ''
  return Number.isInteger(value) ? String(value) : tenth(value)
}

const TABLE_ROWS = 24

/** The same figures as a table, at every so many instants and at the last. */
export const courseSheet = (title: string, { at }: Series, courses: readonly Named[]): Sheet => {
  const step = Math.max(1, Math.ceil(at.length / TABLE_ROWS))
  const places = at.map((_, place) => place).filter((place) => place % step === 0 || place === at.length - 1)
  return {
    title,
    columns: ['Time', ...courses.map(({ label }) => label)],
    rows: places.map((place) => [
      clockText((at[place] ?? 0) - (at[0] ?? 0)),
      ...courses.map(({ values }) => reading(values[place])),
    ]),
    none: 'No time passed',
  }
}
