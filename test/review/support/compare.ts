import type { Review } from '#shared/review/review.ts'
import type { Count, Row } from './count.ts'

/** A part of a review as rows like those of a table of its own; `key` tells them apart. */
interface Part {
  readonly table: string
  readonly key: (row: Row) => string
  readonly rows: (review: Review) => readonly object[]
}

const one = (): string => ''
const by =
  (...columns: readonly string[]) =>
  (row: Row): string =>
    columns.map((column) => String(row[column])).join(' at ')

const seriesRows = ({ series: { at, harm, hazards, casualties } }: Review): readonly object[] => {
  const lists = Object.entries({ ...hazards, ...casualties })
  return at.map((instant, i) => ({
    ...{ i, at: instant, harm: harm[i] },
    ...Object.fromEntries(lists.map(([name, list]) => [name, list[i]])),
  }))
}

/** Every figure of a review. Texts about them (timeline, findings) and what people said are no figures. */
const PARTS: readonly Part[] = [
  {
    table: 'review_incident',
    key: one,
    rows: ({ incident: { fromMs, untilMs, events } }) => [{ fromMs, untilMs, events }],
  },
  { table: 'review_counts', key: one, rows: ({ counts }) => [counts] },
  { table: 'review_harm', key: one, rows: ({ harm }) => [harm] },
  { table: 'review_responses', key: by('measure'), rows: ({ responses }) => responses },
  { table: 'review_hazards', key: by('task', 'beganAt'), rows: ({ hazards }) => hazards },
  { table: 'review_uncrewed', key: one, rows: ({ uncrewedCritical }) => [uncrewedCritical] },
  { table: 'review_uncrewed_spans', key: by('fromMs'), rows: ({ uncrewedCritical }) => uncrewedCritical.spans },
  { table: 'review_boundaries', key: one, rows: ({ boundaries }) => [boundaries] },
  { table: 'review_boundaries_worst', key: by('passage'), rows: ({ boundaries }) => boundaries.worst },
  { table: 'review_exposure', key: one, rows: ({ exposure }) => [exposure] },
  { table: 'review_exposure_compartments', key: by('compartment'), rows: ({ exposure }) => exposure.compartments },
  { table: 'review_casualties', key: by('casualty', 'reportedAt'), rows: ({ casualties }) => casualties },
  { table: 'review_casualty_flow', key: one, rows: ({ casualtyFlow }) => [casualtyFlow] },
  { table: 'review_crews', key: by('crew'), rows: ({ crews }) => crews },
  {
    table: 'review_crew_segments',
    key: by('crew', 'fromMs'),
    rows: ({ crews }) => crews.flatMap(({ crew, segments }) => segments.map((segment) => ({ crew, ...segment }))),
  },
  { table: 'review_power', key: one, rows: ({ power }) => [power] },
  { table: 'review_shed', key: by('system'), rows: ({ power }) => power.shed },
  { table: 'review_alarms', key: one, rows: ({ alarms }) => [alarms] },
  { table: 'review_alarm_priorities', key: one, rows: ({ alarms }) => [alarms.byPriority] },
  { table: 'review_offenders', key: by('alarm'), rows: ({ alarms }) => alarms.offenders },
  { table: 'review_capabilities', key: by('capability'), rows: ({ capabilities }) => capabilities },
  {
    table: 'review_bands',
    key: by('capability', 'fromMs'),
    rows: ({ capabilities }) =>
      capabilities.flatMap(({ capability, bands }) => bands.map((band) => ({ capability, ...band }))),
  },
  { table: 'review_series', key: by('i'), rows: seriesRows },
  {
    table: 'review_expected',
    key: by('place'),
    rows: ({ planned }) => planned.expected.map((course, place) => ({ place, ...course })),
  },
]

/** How far apart two ways of adding up the same fractions may be, as a share. Whole numbers have to be the same. */
const TOLERANCE = 1e-6

const same = (counted: unknown, given: unknown): boolean => {
  const value = typeof given === 'boolean' ? Number(given) : given
  if (typeof counted !== 'number' || typeof value !== 'number') return counted === value
  if (Number.isInteger(counted) && Number.isInteger(value)) return counted === value
  return Math.abs(counted - value) <= TOLERANCE * Math.max(Math.abs(counted), Math.abs(value))
}

/** A figure of which the count and the review say different things. */
interface Difference {
  /** As it is called in the review: "hazards breach:B3 at 4000 containedAt". */
  readonly figure: string
  /** The kind of figure: "hazards.containedAt". */
  readonly kind: string
  readonly counted: unknown
  readonly given: unknown
}

export interface Comparison {
  readonly compared: number
  readonly differences: readonly Difference[]
  /** Kinds of figures that were something other than nothing. */
  readonly telling: ReadonlySet<string>
  readonly kinds: ReadonlySet<string>
}

const keyed = (rows: readonly object[], key: Part['key']): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [key(row as Row), row as Row]))

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null

/** Every figure of the review beside the same figure counted anew, whichever of the two has it. */
export const compare = (count: Count, review: Review): Comparison => {
  const differences: Difference[] = []
  const [telling, kinds] = [new Set<string>(), new Set<string>()]
  let compared = 0
  for (const { table, key, rows } of PARTS) {
    const name = table.replace('review_', '')
    const [counted, given] = [keyed(count.rows(table), key), keyed(rows(review), key)]
    for (const id of new Set([...counted.keys(), ...given.keys()])) {
      const [ours, theirs] = [counted.get(id), given.get(id)]
      const columns = new Set(
        [ours, theirs].flatMap((row) =>
          Object.entries(row ?? {}).flatMap(([column, value]) => (isScalar(value) ? [column] : [])),
        ),
      )
      for (const column of columns) {
        const kind = `${name}.${column}`
        compared++
        kinds.add(kind)
        const [a, b] = [ours?.[column], theirs?.[column]]
        if (a !== null && a !== 0) telling.add(kind)
        if (!same(a, b)) differences.push({ figure: `${name} ${id} ${column}`, kind, counted: a, given: b })
      }
    }
  }
  return { compared, differences, telling, kinds }
}
