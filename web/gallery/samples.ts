import type { Severity } from '../src/ui/severity.ts'
import type { TimelineLane } from '../src/ui/timeline.ts'

/** Invented: what the exhibits show. */
export interface Sample {
  readonly id: string
  readonly severity: Severity
  readonly place: string
  readonly text: string
  readonly age: string
  readonly unacknowledged: boolean
}

export const SAMPLES: readonly Sample[] = [
  {
    id: '1',
    severity: 'critical',
    place: '07-04',
    text: 'Breach, field holds at 64 %',
    age: '00:41',
    unacknowledged: true,
  },
  { id: '2', severity: 'critical', place: '08-05', text: 'Breach, no field', age: '00:12', unacknowledged: true },
  {
    id: '3',
    severity: 'warning',
    place: '06-04',
    text: 'Thin air, 61 kPa and falling',
    age: '00:39',
    unacknowledged: false,
  },
  { id: '4', severity: 'warning', place: '11-08', text: 'Coolant leak', age: '01:55', unacknowledged: false },
  { id: '5', severity: 'caution', place: '08-04', text: 'Power conduit open', age: '00:28', unacknowledged: false },
  {
    id: '6',
    severity: 'advisory',
    place: '09-05',
    text: 'Pressure sensor drifts',
    age: '04:10',
    unacknowledged: false,
  },
]

export const COURSE: readonly number[] = Array.from(
  { length: 60 },
  (_, index) => 97 - index * 0.4 - (index > 30 ? 12 : 0),
)

const every = (stepMs: number, count: number, severity: Severity | null, text: string) =>
  Array.from({ length: count }, (_, index) => ({
    at: 20_000 + index * stepMs,
    severity,
    text: `${text} ${index + 1}`,
  }))

export const LANES: readonly TimelineLane[] = [
  { name: 'Hits', marks: every(170_000, 5, 'critical', 'Hit') },
  {
    name: 'Alarms',
    marks: [
      ...every(41_000, 18, 'caution', 'Caution'),
      ...every(83_000, 9, 'warning', 'Warning'),
      ...every(171_000, 5, 'critical', 'Critical alarm'),
    ].sort((a, b) => a.at - b.at),
  },
  { name: 'Crews', marks: every(37_000, 20, null, 'Crew sent') },
  { name: 'Orders', marks: every(53_000, 14, null, 'Order') },
]
