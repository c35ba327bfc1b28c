import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** What is not garbage, on the heap and in buffers outside it. */
export const usedBytes = (): number => {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const usedMb = (): number => usedBytes() / 1e6

/** What is made, and how much memory (MB) stays taken by it once all that was needed meanwhile is gone. */
export const weighed = <Made>(make: () => Made): { readonly made: Made; readonly heldMb: number } => {
  const before = usedMb()
  const made = make()
  return { made, heldMb: usedMb() - before }
}
