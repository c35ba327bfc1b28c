import { diceFor } from '#shared/dice.ts'
import type { EventLog } from '#db/eventLog.ts'
import { SENT_A_SECOND_MOST } from '../../../web/src/link/courier.ts'
import { atRest, checkBounds, checkRest, checkShips, checkView } from './checks.ts'
import { type Fault, faultsOf, overMs } from './faults.ts'
import type { Sabotage } from './disk.ts'
import type { Finding } from './finding.ts'
import { keepOrdering } from './ordering.ts'
import { strike, watchOver } from './strike.ts'
import { storedLog } from './storedLog.ts'
import { settled } from './virtualTime.ts'
import { World } from './world.ts'

/** So long orders are given and things go wrong, virtual ms. */
const TROUBLE_MS = 90_000
/** After the last of it everybody has so long to catch up, and longer for what waits to be sent. */
const CALM_MS = 30_000
const FAULTS = 24
/** Of ships on which something always happens a moment is caught at which everybody has heard of it. */
const REST_MS = 5_000
const LOOK_EVERY_MS = 1_000

export interface Lived {
  readonly seed: number
  readonly finding: Finding | null
  /** Virtual ms at which it was found, or at which it was over. */
  readonly atMs: number
  readonly faults: readonly Fault[]
  readonly orders: number
  readonly answered: number
  readonly refused: number
  readonly events: number
  readonly processes: number
}

export interface LiveOptions {
  /** These, instead of those that the seed draws. */
  readonly faults?: readonly Fault[]
  /** This one, instead of one in memory or on a disk. */
  readonly log?: EventLog
  readonly troubleMs?: number
  /** A defect, to see that it is found. */
  readonly sabotage?: Sabotage
  /** Looks at it after every step. */
  readonly look?: (world: World) => void
}

type Look = LiveOptions['look']

/** One console after the other is looked at. */
const keepLooking = (world: World): void => {
  const look = (round: number): void => {
    world.time.after(LOOK_EVERY_MS, () => {
      const console = world.consoles[round % world.consoles.length]
      if (console) checkView(world, console)
      look(round + 1)
    })
  }
  look(0)
}

/** So long the screen with the most orders takes to send them, as it may send no faster [LNK6]. */
const sendingMs = ({ consoles }: World): number =>
  (Math.max(...consoles.map(({ waiting }) => waiting.length)) / SENT_A_SECOND_MOST) * 1_000

const lifeOf = async (world: World, faults: readonly Fault[], troubleMs: number, look?: Look): Promise<void> => {
  for (const console of world.consoles) keepOrdering(world, console, troubleMs)
  keepLooking(world)
  for (const fault of faults) world.time.after(fault.atMs, () => strike(world, fault))
  const overAtMs = Math.max(troubleMs, ...faults.map(overMs))
  let endMs = overAtMs + CALM_MS
  world.time.after(overAtMs, () => (endMs += sendingMs(world)))
  let lives = 0
  const goesOn = async (): Promise<boolean> =>
    (await world.time.step(endMs)) || (!atRest(world) && (await world.time.step(endMs + REST_MS)))
  while (world.findings.first === null && (await goesOn())) {
    while (world.machine.endTurn()) await settled()
    watchOver(world)
    checkBounds(world)
    look?.(world)
    if (world.machine.lives !== lives) checkShips(world)
    lives = world.machine.lives
  }
}

/** The log of every so manieth world lies on a disk, if none is given: it takes longer. */
const STORED_EVERY = 8

/** The world of a seed, from its beginning to its end or to the first finding. */
export const live = async (seed: number, options: LiveOptions = {}): Promise<Lived> => {
  const { troubleMs = TROUBLE_MS } = options
  const random = Math.random.bind(Math)
  const chance = diceFor(seed, 'chance', 0)
  Math.random = () => chance.unit() // browsers draw from it how long to wait
  const stored = options.log || seed % STORED_EVERY !== 0 ? null : storedLog()
  const world = new World(seed, stored?.log ?? options.log, options.sabotage)
  const faults = options.faults ?? faultsOf(seed, FAULTS, troubleMs, world.consoles.length)
  await lifeOf(world, faults, troubleMs, options.look)
  if (world.findings.first === null) checkRest(world)
  world.machine.kill()
  stored?.close(world.findings)
  Math.random = random
  const { ledger, histories, machine, findings, time } = world
  return {
    ...{ seed, faults, finding: findings.first, atMs: time.nowMs },
    ...{ orders: ledger.given, answered: ledger.answered, refused: ledger.refused, processes: machine.lives },
    events: [...histories.values()].reduce((sum, { head }) => sum + head, 0),
  }
}
