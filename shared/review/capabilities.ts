import type { RecordedEvent } from '../ship/events.ts'
import type { Capability } from '../ship/plan.ts'
import { known } from '../ship/records.ts'
import { announcedMode } from '../ship/rules/systems.ts'
import type { Ship } from '../ship/state.ts'
import type { Gauge } from './gauge.ts'
import type { CapabilityLoss } from './parts/ship.ts'
import { isRestoring } from './restored.ts'
import { type Stopwatch, stopwatch } from './stopwatch.ts'
import { append } from './stretches.ts'

type Band = CapabilityLoss['bands'][number]

/** One capability as the gauge goes along with it. */
interface Followed {
  readonly capability: Capability
  readonly bands: Band[]
  /** The rank of its mode, and since when. */
  rank: number
  sinceMs: number
  readonly belowTop: Stopwatch
  readonly lost: Stopwatch
}

export interface CapabilityGauge extends Gauge<readonly CapabilityLoss[]> {
  /** Σ weight × ms for which each was lost, for figures over time. */
  lostWeightMs(atMs: number): number
}

const isAlike = (a: Band, b: Band): boolean => a.rank === b.rank

const bandUntil = ({ capability, rank, sinceMs }: Followed, untilMs: number): Band => {
  const { id: mode, name } = known(capability.modes[rank], capability.id)
  return { fromMs: sinceMs, untilMs, mode, name, rank }
}

const rankIn = (ship: Ship, capability: Capability): number => {
  const mode = announcedMode(ship, capability)
  return capability.modes.findIndex(({ id }) => id === mode)
}

const lossOf = (one: Followed, atMs: number): CapabilityLoss => {
  const { id: capability, name, weight } = one.capability
  const bands = [...one.bands]
  append(bands, bandUntil(one, atMs), isAlike)
  return { capability, name, weight, belowTopMs: one.belowTop.totalAt(atMs), lostMs: one.lost.totalAt(atMs), bands }
}

/** [REV21] What the captain could ask for, by what was announced; in the order of the ship file. */
export const capabilityGauge = (start: Ship, fromMs: number): CapabilityGauge => {
  const all = new Map<string, Followed>()

  const set = (one: Followed, rank: number, at: number): void => {
    one.belowTop.set(rank > 0, at)
    one.lost.set(rank > 0 && rank === one.capability.modes.length - 1, at)
    if (rank === one.rank) return
    append(one.bands, bandUntil(one, at), isAlike)
    one.rank = rank
    one.sinceMs = at
  }

  for (const [id, capability] of start.plan.capabilities) {
    const rank = rankIn(start, capability)
    const one = { capability, bands: [], rank, sinceMs: fromMs, belowTop: stopwatch(), lost: stopwatch() }
    set(one, rank, fromMs)
    all.set(id, one)
  }

  const changedBy = (event: RecordedEvent): Iterable<string> => {
    if (isRestoring(event)) return all.keys()
    return event.type === 'CapabilityChanged' ? [event.capability] : []
  }

  return {
    take: (event, _before, after) => {
      for (const id of changedBy(event)) {
        const one = known(all.get(id), id)
        set(one, rankIn(after, one.capability), event.at)
      }
    },
    lostWeightMs: (atMs) =>
      [...all.values()].reduce((sum, { capability, lost }) => sum + capability.weight * lost.totalAt(atMs), 0),
    read: (_ship, atMs) => [...all.values()].map((one) => lossOf(one, atMs)),
  }
}
