import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const usedMb = (): number => {
  collectGarbage()
  return process.memoryUsage().heapUsed / 1e6
}

/** What is made, and how much memory (MB) stays taken by it once all that was needed meanwhile is gone. */
export const weighed = <Made>(make: () => Made): { readonly made: Made; readonly heldMb: number } => {
  const before = usedMb()
  const made = make()
  return { made, heldMb: usedMb() - before }
}
