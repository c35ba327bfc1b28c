import { healthAt, performanceAt } from '../formula.ts'
import type { Capability, Mode } from '../plan.ts'
import { modeAt } from '../rules/systems.ts'
import type { Ship } from '../state.ts'
import { taskId } from '../task-id.ts'
import { systemName } from './words.ts'

/** One link of the chain: a system that does not give what is asked of it, and why not. */
export interface Reason {
  readonly system: string
  readonly name: string
  readonly percent: number
  readonly neededPercent: number
  /** What asks for it: a mode, or another system. */
  readonly neededBy: string
  readonly stopped: 'order' | 'shed' | null
  /** Needs of this system that are not met either. */
  readonly because: readonly Reason[]
}

export interface CapabilityView {
  readonly id: string
  readonly name: string
  readonly mode: string
  readonly modeName: string
  /** At its best. */
  readonly top: boolean
  /** Nothing left of it: the last mode. */
  readonly lost: boolean
  readonly weight: number
  /** Why it is not at the next better mode; empty at the top. */
  readonly reasons: readonly Reason[]
  /** The better modes, nearest first, each with the tasks and orders that restore it. */
  readonly better: readonly { readonly mode: string; readonly name: string; readonly reasons: readonly Reason[] }[]
}

export const reasonFor = (
  ship: Ship,
  system: string,
  neededPercent: number,
  neededBy: string,
  at: number,
): Reason | null => {
  const percent = performanceAt(ship, system, at)
  if (percent >= neededPercent) return null
  const name = systemName(ship.plan, system)
  const because = (ship.plan.systems.get(system)?.needs ?? [])
    .map((need) => reasonFor(ship, need.system, need.atLeastPercent, name, at))
    .filter((reason) => reason !== null)
  const stopped = ship.systems[system]?.stoppedBecause ?? null
  return { system, name, percent, neededPercent, neededBy, stopped, because }
}

export const reasonsFor = (ship: Ship, mode: Mode, at: number): readonly Reason[] =>
  mode.needs
    .map((need) => reasonFor(ship, need.system, need.atLeastPercent, mode.name, at))
    .filter((reason) => reason !== null)

const viewOf = (ship: Ship, capability: Capability, at: number): CapabilityView => {
  const mode = modeAt(ship, capability, at)
  const rank = capability.modes.indexOf(mode)
  const better = capability.modes
    .slice(0, rank)
    .reverse()
    .map((one) => ({ mode: one.id, name: one.name, reasons: reasonsFor(ship, one, at) }))
  return {
    id: capability.id,
    name: capability.name,
    mode: mode.id,
    modeName: mode.name,
    top: rank === 0,
    lost: rank > 0 && rank === capability.modes.length - 1,
    weight: capability.weight,
    reasons: better[0]?.reasons ?? [],
    better,
  }
}

export const capabilitiesOf = (ship: Ship, at: number): readonly CapabilityView[] =>
  [...ship.plan.capabilities.values()].map((capability) => viewOf(ship, capability, at))

/** Every system in a chain of reasons that a crew must repair or an order must start, the deepest first, each once. */
export const remedies = (ship: Ship, reasons: readonly Reason[], at: number): readonly Remedy[] => {
  const found = new Map<string, Remedy>()
  const visit = (reason: Reason): void => {
    reason.because.forEach(visit)
    const { system, name, stopped, neededPercent } = reason
    if (stopped) found.set(`start ${system}`, { kind: 'start', system, name, task: null, toPercent: neededPercent })
    if (healthAt(ship, system, at) < neededPercent)
      found.set(system, { kind: 'repair', system, name, task: taskId('system', system), toPercent: neededPercent })
  }
  reasons.forEach(visit)
  return [...found.values()]
}

export interface Remedy {
  readonly kind: 'repair' | 'start'
  readonly system: string
  readonly name: string
  readonly task: string | null
  readonly toPercent: number
}

/** The chain in words: "Generator 31 % (Full speed needs 50 %)", and what the generator wants for in turn. */
export const chainInWords = (reasons: readonly Reason[]): readonly string[] =>
  reasons.flatMap((reason) => {
    const state = { order: 'shut down', shed: 'without power' } as const
    const has = reason.stopped ? state[reason.stopped] : `${Math.floor(reason.percent)} %`
    const deeper = chainInWords(reason.because)
    return [`${reason.name} ${has} (${reason.neededBy} needs ${reason.neededPercent} %)`, ...deeper]
  })
