import { type Dice } from '#shared/dice.ts'
import { Coverage } from './coverage.ts'

/** A reader of something from outside, and how its inputs are bent. */
export interface Target {
  readonly seeds: readonly unknown[]
  readonly bend: (input: unknown, dice: Dice) => unknown
  /** Reads it, and uses what was read. Whatever it throws is a fault, and so is taking too long. */
  readonly read: (input: unknown) => unknown
}

export interface Found {
  readonly input: unknown
  readonly fault: string
}

export interface Fuzzed {
  readonly inputs: number
  /** Inputs that reached something new, and were bent further. */
  readonly kept: number
  readonly pieces: number
  readonly found: readonly Found[]
}

/** To ask for the coverage costs as much as some hundred inputs: it is asked once for so many, or what is done in that time. */
const BATCH = 200
const BATCH_MS = 200
/** And so few need not be told apart. */
const FEW = 4
/** At first everything is new: to look for each piece would take all the time there is. */
const WANTED_MOST = 5
const BENT_MOST = 4
const FOUND_MOST = 5
/** Processor time far beyond what an input of a few kilobytes takes; what else the machine does is not counted. */
const INPUT_MS_MAX = 3_000

/** Bends inputs for so long; those that reach code which none before has reached are bent further. */
export const fuzz = async ({ seeds, bend, read }: Target, forMs: number, dice: Dice): Promise<Fuzzed> => {
  const coverage = new Coverage()
  const corpus = [...seeds]
  const found: Found[] = []
  let inputs = 0

  const tryOne = async (input: unknown): Promise<void> => {
    inputs += 1
    const fault = await faultOf(read, input)
    if (fault) found.push({ input, fault })
  }
  const bent = (): unknown => {
    let input = dice.pick(corpus)
    for (let times = dice.whole(1, BENT_MOST); times > 0; times--) input = bend(input, dice)
    return input
  }

  const oneBatch = async (): Promise<readonly unknown[]> => {
    const batch: unknown[] = []
    for (const endMs = performance.now() + BATCH_MS; batch.length < BATCH && performance.now() < endMs;) {
      const input = bent()
      batch.push(input)
      await tryOne(input)
    }
    return batch
  }

  /** Of some inputs that together reach what is wanted, those that do: halves that reach none of it are left aside. */
  const reaching = async (some: readonly unknown[], wanted: readonly string[]): Promise<readonly unknown[]> => {
    for (const input of some) await faultOf(read, input)
    const ran = coverage.ran()
    if (!wanted.some((piece) => ran.has(piece))) return []
    if (some.length <= FEW) return some
    const half = some.length / 2
    return [...(await reaching(some.slice(0, half), wanted)), ...(await reaching(some.slice(half), wanted))]
  }

  for (const seed of seeds) await tryOne(seed)
  coverage.fresh()
  const untilMs = performance.now() + forMs
  while (performance.now() < untilMs && found.length < FOUND_MOST) {
    const batch = await oneBatch()
    const wanted = coverage.fresh()
    if (wanted.length > 0) corpus.push(...(await reaching(batch, wanted.slice(0, WANTED_MOST))))
  }
  return { inputs, kept: corpus.length - seeds.length, pieces: coverage.size, found }
}

/** What is wrong with how an input is read; null: nothing. */
export const faultOf = async (read: Target['read'], input: unknown): Promise<string | null> => {
  const before = process.cpuUsage()
  try {
    await read(input)
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
  const { user, system } = process.cpuUsage(before)
  const tookMs = (user + system) / 1000
  return tookMs > INPUT_MS_MAX ? `It took ${tookMs.toFixed(0)} ms of the processor` : null
}
