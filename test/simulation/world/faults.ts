import { type Dice, diceFor } from '#shared/dice.ts'
import type { WriteFault } from './disk.ts'

/** Something that goes wrong, and when. Plain data, so that a list of them can be cut in half. */
export type Fault = { readonly atMs: number; readonly number: number } & (
  | { readonly kind: 'kill' | 'restart'; readonly downMs: number; readonly version: string }
  | { readonly kind: 'write'; readonly fault: WriteFault }
  | { readonly kind: 'disk full' | 'disk slow' | 'stall'; readonly forMs: number }
  | { readonly kind: 'wall jump'; readonly byMs: number }
  | { readonly kind: 'cut' | 'reload'; readonly console: number }
  | { readonly kind: 'half-open' | 'clog' | 'slow' | 'put out'; readonly console: number; readonly forMs: number }
  | {
      readonly kind: 'lossy'
      readonly console: number
      readonly forMs: number
      readonly drop: number
      readonly double: number
    }
)

type Draw = (
  dice: Dice,
  consoles: number,
) => { readonly [Member in string]: unknown } & { readonly kind: Fault['kind'] }

const VERSIONS = ['core-1', 'another-core-2'] as const
const WRITE_FAULTS: readonly WriteFault[] = ['full', 'error before', 'error after', 'crash before', 'crash after']
const HOUR_MS = 3_600_000
const JUMPS_MS = [-720 * HOUR_MS, -HOUR_MS, -2_000, 2_000, HOUR_MS, 720 * HOUR_MS]

const anyConsole = (dice: Dice, consoles: number): number => dice.whole(0, consoles - 1)

const end =
  (kind: 'kill' | 'restart'): Draw =>
  (dice) => ({
    ...{ kind, downMs: dice.whole(20, 3_000), version: dice.pick(VERSIONS) },
  })

/** The longest so long as a client takes to find out for itself, and longer. */
const hinder =
  (kind: 'half-open' | 'clog' | 'slow' | 'put out', longestMs: number): Draw =>
  (dice, consoles) => ({ kind, console: anyConsole(dice, consoles), forMs: dice.whole(100, longestMs) })

const DRAWS: readonly Draw[] = [
  end('kill'),
  end('kill'),
  end('restart'),
  (dice) => ({ kind: 'write', fault: dice.pick(WRITE_FAULTS) }),
  (dice) => ({ kind: 'write', fault: dice.pick(WRITE_FAULTS) }),
  (dice) => ({ kind: 'disk full', forMs: dice.whole(100, 5_000) }),
  (dice) => ({ kind: 'disk slow', forMs: dice.whole(100, 5_000) }),
  (dice) => ({ kind: 'stall', forMs: dice.pick([50, 500, 3_000, 60_000]) }),
  (dice) => ({ kind: 'wall jump', byMs: dice.pick(JUMPS_MS) }),
  (dice, consoles) => ({ kind: 'cut', console: anyConsole(dice, consoles) }),
  (dice, consoles) => ({ kind: 'cut', console: anyConsole(dice, consoles) }),
  (dice, consoles) => ({ kind: 'reload', console: anyConsole(dice, consoles) }),
  hinder('half-open', 25_000),
  hinder('clog', 10_000),
  hinder('slow', 10_000),
  (dice, consoles) => ({
    ...{ kind: 'lossy', console: anyConsole(dice, consoles), forMs: dice.whole(500, 15_000) },
    ...{ drop: dice.between(0, 0.3), double: dice.between(0, 0.3) },
  }),
]

/** As often an instructor puts somebody out, who is let in again some time later. */
const PUT_OUT = 2
const putOut = hinder('put out', 10_000)

/** What goes wrong in the world of a seed, in order of time. Each is drawn by itself: without one, the others stay. */
export const faultsOf = (seed: number, count: number, untilMs: number, consoles: number): readonly Fault[] =>
  Array.from({ length: count + PUT_OUT }, (_, number) => {
    const dice = diceFor(seed, 'fault', number)
    const atMs = dice.whole(0, untilMs)
    const draw = number < count ? dice.pick(DRAWS) : putOut
    return { atMs, number, ...draw(dice, consoles) } as Fault
  }).sort((a, b) => a.atMs - b.atMs)

/** When nothing of it is felt any more. */
export const overMs = (fault: Fault): number =>
  fault.atMs + ('forMs' in fault ? fault.forMs : 'downMs' in fault ? fault.downMs : 0)
