/** One way of doing the work; returns what it achieved, in whatever unit the goal is about. */
export type Variant = () => number | Promise<number>

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/**
 * Runs the variants in turns (A B C, A B C …): what else the machine is doing then weighs on all of them alike. Only
 * ratios between variants of one call mean anything. A first round, in which code is still being compiled, is not counted.
 */
export const inTurns = async <Name extends string>(
  rounds: number,
  variants: Readonly<Record<Name, Variant>>,
): Promise<Readonly<Record<Name, readonly number[]>>> => {
  const names = Object.keys(variants) as Name[]
  const results = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const result = await variants[name]()
      if (round > 0) results[name].push(result)
    }
  }
  return results
}

/** Median of the ratios round by round. */
export const ratio = (values: readonly number[], to: readonly number[]): number =>
  median(values.map((value, round) => value / (to[round] ?? Number.NaN)))

/** Processor time of this process so far, ms: unlike the clock, it does not run while others have the processor. */
const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** How often `work` can be done in a second of processor time: repeated until so much is spent, `count` at a time. */
export const perSecond = (count: number, forMs: number, work: () => void): number => {
  const startedMs = processorMs()
  let done = 0
  while (processorMs() - startedMs < forMs) {
    work()
    done += count
  }
  return (done * 1000) / (processorMs() - startedMs)
}

/** Processor time that it takes, ms. */
export const computing = (work: () => void): number => {
  const startedMs = processorMs()
  work()
  return processorMs() - startedMs
}

/** Ms that it takes by the clock, waiting for the disk included. */
export const timed = (work: () => void): number => {
  const startedMs = performance.now()
  work()
  return performance.now() - startedMs
}
