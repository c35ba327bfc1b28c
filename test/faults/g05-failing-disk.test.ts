import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { faultsIn, readTold } from './support/acknowledged.ts'
import { type DiskCall, readDiskRecord } from './support/diskRecord.ts'
import { report, SIZE, sized } from './support/goal.ts'
import { inLanes } from './support/lanes.ts'
import { ended, type Injection, recordStore, startStoreUnder, STRACE } from './support/strace.ts'

/** How the store works meanwhile: for a release long enough for a thousand calls that can fail. */
const RUN = sized({ ci: { sessions: 2, batches: 4 }, release: { sessions: 3, batches: 12 } })
const POINTS_IN_CI = 100
/** A point takes half a second; on a machine that is busy with other things, much more. */
const SLOW_MACHINE = { timeout: sized({ ci: 600_000, release: 7_200_000 }) }

/** The calls by which a log is written, as the record and as strace names them. */
const CALLS = { write: 'pwrite64', sync: 'fsync', truncate: 'ftruncate', unlink: 'unlink' } as const
const ERRORS = ['EIO', 'ENOSPC']

const isOf = (kind: string) => (call: DiskCall) => call.call === kind

/** Every call of a run that changes the disk, with every error. */
const allPoints = (calls: readonly DiskCall[]): readonly Injection[] =>
  Object.entries(CALLS).flatMap(([kind, name]) =>
    calls
      .filter(isOf(kind))
      .flatMap((_call, index) => ERRORS.map((error) => ({ calls: name, as: `error=${error}`, when: index + 1 }))),
  )

/** Spread evenly over all of them. */
const someOf = (points: readonly Injection[], count: number): readonly Injection[] =>
  Array.from({ length: count }, (_, index) => points[Math.floor((index * points.length) / count)]).flatMap(
    (point) => point ?? [],
  )

interface PointOutcome {
  readonly acknowledged: number
  readonly full: number
  readonly unknown: number
  readonly faults: readonly string[]
}

/** Lets the disk fail there; whoever was told that the outcome is not known asks again after a restart. */
const failAt = async (folder: string, point: Injection): Promise<PointOutcome> => {
  await ended(startStoreUnder({ folder, ...RUN }, point))
  const told = readTold(folder)
  const idsOf = (wanted: string) => told.filter(({ outcome }) => outcome === wanted).map(({ id }) => id)
  const [acknowledged, unknown] = [idsOf('ok'), idsOf('unknown')]
  const faults = faultsIn(folder, acknowledged, unknown).map((fault) => `${JSON.stringify(point)}: ${fault}`)
  return { acknowledged: acknowledged.length, full: idsOf('full').length, unknown: unknown.length, faults }
}

test.skipIf(!STRACE)(
  'wherever the disk fails, nothing acknowledged is lost and nothing is done twice',
  SLOW_MACHINE,
  async () => {
    const startedMs = performance.now()
    const record = join(temporaryFolder(), 'record')
    await recordStore({ folder: temporaryFolder(), ...RUN }, record)
    const all = allPoints(readDiskRecord(record))
    const points = SIZE === 'ci' ? someOf(all, POINTS_IN_CI) : all
    const folders = points.map(() => temporaryFolder())
    const outcomes = await inLanes(points.length, async (number) => {
      const point = points[number]
      if (!point) throw new RangeError('no such point')
      return failAt(folders[number] ?? '', point)
    })
    const sum = (of: 'acknowledged' | 'full' | 'unknown') => outcomes.reduce((total, outcome) => total + outcome[of], 0)
    const faults = outcomes.flatMap((outcome) => outcome.faults)
    for (const fault of faults.slice(0, 5)) console.log(fault)
    // Both kinds of answer were given, or nothing failed at all.
    expect(Math.min(sum('full'), sum('unknown'))).toBeGreaterThan(0)
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(0)
    report({
      ...{
        goal: 'G5',
        name: 'a disk that fails once',
        target: `${sized({ ci: 100, release: 1_000 })} points, 0 faults`,
      },
      value: `${points.length} of ${all.length} points, ${sum('acknowledged')} acknowledged, ${sum('full')} refused for want of room, ${sum('unknown')} unknown and asked again, ${faults.length} faults, ${seconds} s`,
      pass: faults.length === 0,
    })
  },
)
