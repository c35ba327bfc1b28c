import type { GaugeOf } from './gauge.ts'
import { showsOrder } from './order-signs.ts'
import type { ExpectedCourse } from './parts/assessment.ts'

/** Done in time, or not; null while there is time left. */
const isMet = (doneAt: number | null, dueAt: number, atMs: number): boolean | null => {
  if (doneAt !== null) return doneAt <= dueAt
  return atMs > dueAt ? false : null
}

/** [REV26] What a good crew does, and when this one did it. */
export const expectedGauge =
  (expected: readonly ExpectedCourse[]): GaugeOf<readonly ExpectedCourse[]> =>
  () => {
    const doneAt = expected.map((action) => action.doneAt)
    return {
      take: (event, before) => {
        if (event.by.role === 'ship') return
        expected.forEach(({ order, on }, index) => {
          if (doneAt[index] === null && showsOrder(order, on, event, before)) doneAt[index] = event.at
        })
      },
      read: (_ship, atMs) =>
        expected.map((action, index) => {
          const done = doneAt[index] ?? null
          return { ...action, doneAt: done, met: isMet(done, action.dueAt, atMs) }
        }),
    }
  }
