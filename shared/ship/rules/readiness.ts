import type { Order } from '../commands.ts'
import type { EventOf, Fact } from '../events.ts'
import { type Due, type Law, NOTHING, soonestIn } from '../law.ts'
import type { Plan, ReadinessItem } from '../plan.ts'
import { known } from '../records.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Readying, Ship } from '../state.ts'
import { modeAt } from './systems.ts'

/** What has to be made ready by order, and takes its time. */
type Ordered = Extract<ReadinessItem['needs'], { readonly order: true }>

const itemsOf = ({ file }: Plan): readonly ReadinessItem[] => Object.values(file.readiness ?? {}).flat()

/** An item that several conditions ask for needs the same for all of them; the ship file is checked for that. */
const orderedNeed = ({ plan }: Ship, id: string): Ordered | null => {
  const needs = itemsOf(plan).find((item) => item.id === id)?.needs
  return needs && 'order' in needs ? needs : null
}

/** [RDY1] Whether a capability is at a mode, or at a better one. */
export const isAtLeast = (ship: Ship, id: string, mode: string, at: number): boolean => {
  const capability = known(ship.plan.capabilities.get(id), id)
  const rank = (wanted: string): number => capability.modes.findIndex((one) => one.id === wanted)
  return rank(modeAt(ship, capability, at).id) <= rank(mode)
}

const needInWords = ({ plan }: Ship, { capability: id, mode }: Ordered): string => {
  const capability = known(plan.capabilities.get(id), id)
  return `${capability.name} must be at ${capability.modes.find((one) => one.id === mode)?.name ?? mode}`
}

/** [RDY2] */
export const makeReady = (ship: Ship, { item }: Extract<Order, { type: 'MakeReady' }>, at: number): Ruling => {
  const need = orderedNeed(ship, item)
  if (!need) return err({ code: 'UnknownThing', what: 'readiness item', id: item })
  if (item in ship.readiness) return ok([])
  if (!isAtLeast(ship, need.capability, need.mode, at))
    return err({ code: 'NotReadyYet', item, needed: needInWords(ship, need) })
  return ok([{ type: 'ReadinessOrdered', item, readyAt: at + Math.round(need.seconds * 1000) }])
}

export const standDown = (ship: Ship, { item }: Extract<Order, { type: 'StandDown' }>): Ruling => {
  if (!orderedNeed(ship, item)) return err({ code: 'UnknownThing', what: 'readiness item', id: item })
  return ok(item in ship.readiness ? [{ type: 'ReadinessEnded', item, because: 'order' }] : [])
}

const soonestReady = soonestIn(({ ready, readyAt }: Readying) => (ready ? null : readyAt))

const due = ({ readiness }: Ship): Due | null => soonestReady(readiness)

const fall = (_ship: Ship, { id }: Due): readonly Fact[] => [{ type: 'ReadinessReached', item: id }]

/** [RDY3] What is ready, or on the way to it, is lost with what it needs. */
const lostFacts = (ship: Ship, { capability }: EventOf<'CapabilityChanged'>): readonly Fact[] =>
  Object.keys(ship.readiness).flatMap((item): readonly Fact[] => {
    const need = orderedNeed(ship, item)
    const touched = need?.capability === capability
    if (!touched || isAtLeast(ship, need.capability, need.mode, ship.at)) return NOTHING
    return [{ type: 'ReadinessEnded', item, because: 'lost' }]
  })

/** [RDY2] [RDY3] Things made ready by order: ready after their time, and lost with what they need. */
export const readiness: Law = { due, fall, reactions: () => ({ CapabilityChanged: lostFacts }) }
