import { hullPercentAt } from '../ship/views/figures.ts'
import type { Ship } from '../ship/state.ts'
import type { Gauge } from './gauge.ts'
import type { Counts } from './review.ts'

/** Hazards are counted where their courses are drawn. */
export type EventCounts = Omit<Counts, 'hazards' | 'mostHazards'>

/** [REV3] */
export const countsGauge = (start: Ship, fromMs: number): Gauge<EventCounts> => {
  let hits = 0
  let reports = 0
  const orders = new Set<string>()
  let leastHullPercent = hullPercentAt(start, fromMs)
  return {
    take: ({ type, command, by, at }, before, after) => {
      if (type === 'HitInflicted') hits++
      if (type === 'DamageReported') reports++
      if (command !== null && by.role !== 'ship') orders.add(command)
      // Between two changes plating can only go on.
      if (before.breaches !== after.breaches) leastHullPercent = Math.min(leastHullPercent, hullPercentAt(after, at))
    },
    read: (ship, atMs) => ({
      hits,
      reports,
      orders: orders.size,
      leastHullPercent: Math.min(leastHullPercent, hullPercentAt(ship, atMs)),
    }),
  }
}
