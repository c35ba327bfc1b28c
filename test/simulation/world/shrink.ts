import type { Fault } from './faults.ts'
import { type Lived, live } from './live.ts'

/** The fewest of its faults with which a world still breaks the same: halves of them are left out, then quarters, then each. */
export const shrink = async (found: Lived): Promise<Lived> => {
  let least = found
  for (let size = Math.ceil(least.faults.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < least.faults.length;) {
      const faults: readonly Fault[] = [...least.faults.slice(0, from), ...least.faults.slice(from + size)]
      const again = await live(found.seed, { faults })
      if (again.finding?.invariant === found.finding?.invariant) least = again
      else from += size
    }
  }
  return least
}
