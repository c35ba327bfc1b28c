import type { Order } from '../commands.ts'
import type { Fact, ShipEvent } from '../events.ts'
import { type Law, NOTHING } from '../law.ts'
import type { Sickbay } from '../plan.ts'
import { known } from '../records.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Casualty, Ship, Transport } from '../state.ts'
import { targetOf, taskId } from '../task-id.ts'
import { casualtyIn } from './casualties.ts'
import { type Obstacle, routeBetween } from './routes.ts'
import { performanceAt } from './systems.ts'

/** Bearers need this many times a walker's time. Invented. */
const BEARERS = 2

export const bedsTaken = (ship: Ship, sickbay: string): number =>
  Object.values(ship.casualties).filter(
    (one) =>
      (one.sickbay === sickbay && (one.status === 'inBed' || one.status === 'stable')) ||
      (one.status === 'moving' && one.transport?.sickbay === sickbay),
  ).length

const withBed = (ship: Ship): readonly Sickbay[] =>
  [...ship.plan.sickbays.values()].filter(({ id, beds }) => bedsTaken(ship, id) < beds)

const noBed = (ship: Ship): Ruling => {
  const beds = [...ship.plan.sickbays.values()].reduce((sum, one) => sum + one.beds, 0)
  return err({ code: 'NoBedFree', beds, taken: beds })
}

type Way = { readonly ok: true; readonly value: Transport } | { readonly ok: false; readonly error: Obstacle | null }

/** To the nearest free bed. */
const carriedTo = (ship: Ship, { compartment }: Casualty, crew: string | null, at: number): Way => {
  let best: Transport | null = null
  let barred: Obstacle | null = null
  for (const sickbay of withBed(ship)) {
    const route = routeBetween(ship, compartment, sickbay.compartment, at, BEARERS)
    if (!route.ok) barred = route.error
    else if (!best || known(route.value.at(-1), 'end').at < known(best.route.at(-1), 'end').at)
      best = { by: 'carry', crew, route: route.value, sickbay: sickbay.id }
  }
  return best ? { ok: true, value: best } : { ok: false, error: barred }
}

const carry = (ship: Ship, casualty: Casualty, at: number): Ruling => {
  const way = carriedTo(ship, casualty, null, at)
  if (way.ok) return ok([{ type: 'CasualtyMoved', casualty: casualty.id, transport: way.value }])
  if (way.error === null) return noBed(ship)
  return err({ code: 'NoRoute', from: casualty.compartment, to: 'sickbay', ...way.error })
}

/** [CAS4] Beaming needs a transporter that works, and a bed to arrive in. */
const beam = (ship: Ship, { id, compartment }: Casualty, at: number): Ruling => {
  const { transporter } = ship.plan.file
  if (!transporter) return err({ code: 'NoTransporter' })
  const { system, atLeastPercent: neededPercent, seconds } = transporter
  const percent = performanceAt(ship, system, at)
  if (percent < neededPercent) return err({ code: 'SystemTooWeak', system, percent, neededPercent })
  const sickbay = withBed(ship)[0]
  if (!sickbay) return noBed(ship)
  const route = [
    { compartment, at },
    { compartment: sickbay.compartment, at: at + Math.round(seconds * 1000) },
  ]
  return ok([
    { type: 'CasualtyMoved', casualty: id, transport: { by: 'beam', crew: null, route, sickbay: sickbay.id } },
  ])
}

export const transportCasualty = (
  ship: Ship,
  order: Extract<Order, { type: 'TransportCasualty' }>,
  at: number,
): Ruling => {
  const found = casualtyIn(ship, order.casualty, ['waiting'])
  if (!found.ok) return found
  return order.by === 'beam' ? beam(ship, found.value, at) : carry(ship, found.value, at)
}

/** A crew at a casualty's side picks them up as soon as there is a bed and a way. */
const pickUp = (ship: Ship, crew: string): readonly Fact[] => {
  const { task, status } = known(ship.crews[crew], crew)
  if (task === null || status !== 'onScene') return NOTHING
  const { kind, id } = targetOf(task)
  const casualty = kind === 'casualty' ? ship.casualties[id] : undefined
  if (casualty?.status !== 'waiting') return NOTHING
  const way = carriedTo(ship, casualty, crew, ship.at)
  if (!way.ok) return NOTHING
  return [
    { type: 'CrewStartedWork', crew, task: taskId('casualty', id) },
    { type: 'CasualtyMoved', casualty: id, transport: way.value },
  ]
}

const react = (ship: Ship, event: ShipEvent): readonly Fact[] => {
  switch (event.type) {
    case 'CrewArrived':
      return pickUp(ship, event.crew)
    case 'CasualtyDischarged':
    case 'CasualtyDied':
    case 'PassageFreed':
    case 'PassageOpened': {
      const waiting = Object.keys(ship.crews).find((crew) => pickUp(ship, crew).length > 0)
      return waiting === undefined ? NOTHING : pickUp(ship, waiting)
    }
    default:
      return NOTHING
  }
}

/** [CAS4] [CRW5] Casualties are carried by bearers or a crew, or beamed, to a free bed. */
export const transport: Law = { react }
