import { performanceAt, reachesAt, repairOf } from '../formula.ts'
import { fitIn, peopleIn } from '../people.ts'
import type { Passage, ReadinessItem } from '../plan.ts'
import { known } from '../records.ts'
import { passageState } from '../rules/passages.ts'
import { isAtLeast } from '../rules/readiness.ts'
import { modeAt } from '../rules/systems.ts'
import type { Ship } from '../state.ts'
import { taskId } from '../task-id.ts'
import { type Reason, reasonFor, reasonsFor, type Remedy, remedies } from './capabilities.ts'
import { percentWords, systemName } from './words.ts'

/** How one thing stands that must be so at an alert condition: what is, and what is in its way. */
export interface Standing {
  /** coming: it will be so at `readyAt`. open: an order is all it takes. blocked: something has to be mended first. */
  readonly state: 'met' | 'coming' | 'open' | 'blocked'
  /** What is, in words. */
  readonly is: string
  readonly readyAt: number | null
  /** It is made ready, and stood down, by order. */
  readonly byOrder: boolean
  readonly ordered: boolean
  /** What falls short, with what that in turn wants for. */
  readonly reasons: readonly Reason[]
  readonly remedies: readonly Remedy[]
  /** Work that would help. */
  readonly tasks: readonly string[]
  /** Where somebody is missing. */
  readonly places: readonly string[]
  /** What is not shut. */
  readonly passages: readonly string[]
}

type Needs = ReadinessItem['needs']
type NeedsOf<Member extends string> = Extract<Needs, Readonly<Record<Member, unknown>>>
/** What is not said has nothing to say. */
type Found = Pick<Standing, 'state' | 'is'> & Partial<Standing>

const nothingMore = {
  readyAt: null,
  byOrder: false,
  ordered: false,
  reasons: [],
  remedies: [],
  tasks: [],
  places: [],
  passages: [],
} as const

/** When repairs under way will have done all that is wanting; null where something else has to be done. */
const mendedAt = (ship: Ship, wanting: readonly Remedy[]): number | null => {
  const times = wanting.map(({ kind, system, toPercent }) =>
    kind === 'repair' ? reachesAt(repairOf(ship.systems[system]), toPercent) : null,
  )
  const all = times.filter((at) => at !== null)
  return all.length === 0 || all.length < times.length ? null : Math.max(...all)
}

/** Falls short for these reasons: it comes by itself, or somebody has to see to it. */
const wanting = (ship: Ship, is: string, reasons: readonly Reason[], at: number): Found => {
  const all = remedies(ship, reasons, at)
  const readyAt = mendedAt(ship, all)
  const tasks = all.flatMap(({ task }) => task ?? [])
  return { state: readyAt === null ? 'blocked' : 'coming', is, readyAt, reasons, remedies: all, tasks }
}

const capabilityStanding = (ship: Ship, id: string, needs: NeedsOf<'capability'>, at: number): Found => {
  const capability = known(ship.plan.capabilities.get(needs.capability), needs.capability)
  const is = `${capability.name}: ${modeAt(ship, capability, at).name}`
  const byOrder = 'order' in needs
  if (!isAtLeast(ship, needs.capability, needs.mode, at)) {
    const mode = known(
      capability.modes.find((one) => one.id === needs.mode),
      needs.mode,
    )
    return { ...wanting(ship, is, reasonsFor(ship, mode, at), at), byOrder }
  }
  return byOrder ? { ...orderedStanding(ship, id, is), byOrder } : { state: 'met', is }
}

const orderedStanding = (ship: Ship, id: string, is: string): Found => {
  const readying = ship.readiness[id]
  if (!readying) return { state: 'open', is: `${is}, not made ready` }
  if (readying.ready) return { state: 'met', is: `${is}, ready`, ordered: true }
  return { state: 'coming', is: `${is}, being made ready`, readyAt: readying.readyAt, ordered: true }
}

const systemStanding = (ship: Ship, name: string, needs: NeedsOf<'system'>, at: number): Found => {
  const { system, atLeastPercent } = needs
  const is = `${systemName(ship.plan, system)} ${percentWords(Math.floor(performanceAt(ship, system, at)))}`
  const reason = reasonFor(ship, system, atLeastPercent, name, at)
  return reason ? wanting(ship, is, [reason], at) : { state: 'met', is }
}

const isManned = (ship: Ship, id: string): boolean =>
  peopleIn(ship, id) > 0 ||
  Object.entries(ship.crews).some(
    ([crew, { compartment, route }]) => compartment === id && route.length === 0 && fitIn(ship, crew) > 0,
  )

const mannedStanding = (ship: Ship, { manned }: NeedsOf<'manned'>): Found => {
  const places = manned.filter((id) => !isManned(ship, id))
  const is = `${manned.length - places.length} of ${manned.length} stations manned`
  return { state: places.length === 0 ? 'met' : 'open', is, places }
}

/** [FIG2] Ready, and on the way home: those come in the order in which they will be there. */
const crewsStanding = (ship: Ship, { crewsReadyPercent }: NeedsOf<'crewsReadyPercent'>): Found => {
  const able = Object.entries(ship.crews).filter(([id]) => fitIn(ship, id) > 0)
  const total = ship.plan.crews.size
  const ready = able.filter(([, { status }]) => status === 'ready').length
  const homeAt = able
    .flatMap(([, { status, route }]) => (status === 'returning' ? (route.at(-1)?.at ?? []) : []))
    .sort((a, b) => a - b)
  const missing = Math.ceil((total * crewsReadyPercent) / 100) - ready
  const is = `${ready} of ${total} crews ready`
  if (missing <= 0) return { state: 'met', is }
  const readyAt = homeAt[missing - 1] ?? null
  return { state: readyAt === null ? 'open' : 'coming', is, readyAt }
}

const passagesInWords = (open: number, jammed: number): string => {
  if (open + jammed === 0) return 'All passages shut'
  const counted = (count: number, word: string) => (count === 0 ? [] : `${count} ${word}`)
  return `Passages: ${[counted(open, 'open'), counted(jammed, 'jammed')].flat().join(', ')}`
}

/** An order shuts what is open; what is jammed lets air through until a crew has freed it. */
const passagesStanding = (ship: Ship): Found => {
  const inState = (state: Passage['state']): readonly string[] =>
    [...ship.plan.passages.values()].filter((one) => passageState(ship, one) === state).map(({ id }) => id)
  const [open, jammed] = [inState('open'), inState('jammed')]
  const is = passagesInWords(open.length, jammed.length)
  if (open.length + jammed.length === 0) return { state: 'met', is }
  const tasks = jammed.map((id) => taskId('passage', id))
  return { state: open.length > 0 ? 'open' : 'blocked', is, tasks, passages: [...open, ...jammed] }
}

const foundFor = (ship: Ship, { id, name, needs }: ReadinessItem, at: number): Found => {
  if ('capability' in needs) return capabilityStanding(ship, id, needs, at)
  if ('system' in needs) return systemStanding(ship, name, needs, at)
  if ('manned' in needs) return mannedStanding(ship, needs)
  if ('crewsReadyPercent' in needs) return crewsStanding(ship, needs)
  return passagesStanding(ship)
}

export const standingOf = (ship: Ship, item: ReadinessItem, at: number): Standing => ({
  ...nothingMore,
  ...foundFor(ship, item, at),
})
