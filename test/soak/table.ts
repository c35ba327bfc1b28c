import type { Sample } from './observed.ts'

const MIB = 1024 * 1024
const HOUR_MS = 3_600_000

const COLUMNS: readonly { readonly title: string; readonly of: (sample: Sample) => string }[] = [
  { title: 'min', of: ({ atMs }) => (atMs / 60_000).toFixed(1) },
  { title: 'heap MiB', of: ({ heapBytes }) => (heapBytes / MIB).toFixed(1) },
  { title: 'external MiB', of: ({ externalBytes }) => (externalBytes / MIB).toFixed(1) },
  { title: 'own MiB', of: ({ ownBytes }) => (ownBytes / MIB).toFixed(0) },
  { title: 'mapped MiB', of: ({ mappedBytes }) => (mappedBytes / MIB).toFixed(0) },
  { title: 'fds', of: ({ fds }) => String(fds) },
  { title: 'timers', of: ({ timers }) => String(timers) },
  { title: 'WAL MiB', of: ({ walBytes }) => (walBytes / MIB).toFixed(1) },
  { title: 'log MiB', of: ({ logBytes }) => (logBytes / MIB).toFixed(1) },
  { title: 'dashboards', of: ({ dashboards }) => String(dashboards) },
  { title: 'events', of: ({ events }) => String(events) },
]

export const HEAD = COLUMNS.map(({ title }) => title).join(' | ')

export const row = (sample: Sample): string =>
  COLUMNS.map(({ title, of }) => of(sample).padStart(title.length)).join(' | ')

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Of the straight line through the points that lies best, per hour. */
export const slopePerHour = <At extends { readonly atMs: number }>(
  samples: readonly At[],
  of: (sample: At) => number,
): number => {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [t, y] = [mean(samples.map(({ atMs }) => atMs)), mean(samples.map(of))]
  const spread = samples.reduce((sum, { atMs }) => sum + (atMs - t) ** 2, 0)
  const together = samples.reduce((sum, sample) => sum + (sample.atMs - t) * (of(sample) - y), 0)
  return spread === 0 ? 0 : (together / spread) * HOUR_MS
}

/** What has to stay as it is, and by how much the second half may lie above the first. */
const FLAT: readonly {
  readonly what: string
  readonly of: (sample: Sample) => number
  readonly unit: number
  readonly growthMost: number
}[] = [
  { what: 'heap after collection, MiB', of: ({ heapBytes }) => heapBytes, unit: MIB, growthMost: 0.05 },
  { what: 'memory of its own, MiB', of: ({ ownBytes }) => ownBytes, unit: MIB, growthMost: 0.05 },
  { what: 'file descriptors', of: ({ fds }) => fds, unit: 1, growthMost: 0.05 },
  { what: 'timers', of: ({ timers }) => timers, unit: 1, growthMost: 0.05 },
]

export const WAL_BYTES_MAX = 64 * MIB
/** The first of them is the server filling its caches. */
const WARM_UP_SHARE = 0.1

export interface Verdict {
  readonly lines: readonly string[]
  readonly flat: boolean
}

/** Whether it stayed flat: the middle of the second half against that of the first, once it has warmed up. */
export const verdictOf = (samples: readonly Sample[]): Verdict => {
  const warm = samples.slice(Math.ceil(samples.length * WARM_UP_SHARE))
  const [first, second] = [warm.slice(0, warm.length >> 1), warm.slice(warm.length >> 1)]
  const lines = FLAT.map(({ what, of, unit, growthMost }) => {
    const [was, is] = [median(first.map(of)), median(second.map(of))]
    const growth = was === 0 ? 0 : is / was - 1
    const flat = growth <= growthMost
    const figures = `${(was / unit).toFixed(1)} → ${(is / unit).toFixed(1)} (${(growth * 100).toFixed(1)} %, `
    const slope = `${(slopePerHour(warm, of) / unit).toFixed(1)} an hour)`
    return { flat, line: `${flat ? 'flat' : 'GROWS'}  ${what}: ${figures}${slope}` }
  })
  const walMost = Math.max(...samples.map(({ walBytes }) => walBytes))
  const walFlat = walMost <= WAL_BYTES_MAX
  const wal = `${walFlat ? 'flat' : 'GROWS'}  WAL: at most ${(walMost / MIB).toFixed(1)} MiB of ${WAL_BYTES_MAX / MIB}`
  return { lines: [...lines.map(({ line }) => line), wal], flat: walFlat && lines.every(({ flat }) => flat) }
}
