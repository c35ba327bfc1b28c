import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { performanceAt } from '../formula.ts'
import { shown } from '../known.ts'
import { type Law, NOTHING, on, type Reactions } from '../law.ts'
import type { Sickbay } from '../plan.ts'
import { known } from '../records.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Casualty, Ship, Stop, Transport } from '../state.ts'
import { targetOf, taskId } from '../task-id.ts'
import { casualtyIn, setDown } from './casualties.ts'
import { endOf, isOpenAlong, type Obstacle, routeBetween } from './routes.ts'

/** Bearers need this many times a walker's time. Invented. */
const BEARERS = 2

export const bedsTaken = (ship: Ship, sickbay: string): number =>
  Object.values(ship.casualties).filter(
    (one) =>
      (one.sickbay === sickbay && (one.status === 'inBed' || one.status === 'stable')) ||
      (one.status === 'moving' && one.transport?.sickbay === sickbay),
  ).length

/** Sickbays that can take somebody: a second treatment place only once it is open. [CAS8] */
const openSickbays = (ship: Ship): readonly Sickbay[] =>
  [...ship.plan.sickbays.values()].filter(({ id, standby }) => !standby || ship.treatmentPlaces[id]?.open === true)

/** Beds that nobody is in or on the way to. */
export const bedsFree = (ship: Ship): number =>
  openSickbays(ship).reduce((sum, { id, beds }) => sum + Math.max(0, beds - bedsTaken(ship, id)), 0)

/** Where there is a bed for a casualty; the one kept for them while they are on the way counts as free. */
const withBedFor = (ship: Ship, { transport }: Casualty): readonly Sickbay[] =>
  openSickbays(ship).filter(({ id, beds }) => {
    const kept = transport?.sickbay === id ? 1 : 0
    return bedsTaken(ship, id) - kept < beds
  })

const noBed = (ship: Ship): Ruling => {
  const beds = openSickbays(ship).reduce((sum, one) => sum + one.beds, 0)
  return err({ code: 'NoBedFree', beds, taken: beds })
}

type Way = { readonly ok: true; readonly value: Transport } | { readonly ok: false; readonly error: Obstacle | null }

/** To the nearest free bed, from where and when the bearers can turn. */
const carriedTo = (ship: Ship, casualty: Casualty, crew: string | null, from: Stop): Way => {
  let best: Transport | null = null
  let barred: Obstacle | null = null
  for (const sickbay of withBedFor(ship, casualty)) {
    const route = routeBetween(ship, from.compartment, sickbay.compartment, from.at, BEARERS)
    if (!route.ok) barred = route.error
    else if (!best || endOf(route.value) < endOf(best.route))
      best = { by: 'carry', crew, route: route.value, sickbay: sickbay.id }
  }
  return best ? { ok: true, value: best } : { ok: false, error: barred }
}

const carry = (ship: Ship, casualty: Casualty, at: number): Ruling => {
  const way = carriedTo(ship, casualty, null, { compartment: casualty.compartment, at })
  if (way.ok) return ok([{ type: 'CasualtyMoved', casualty: casualty.id, transport: way.value }])
  if (way.error === null) return noBed(ship)
  return err({ code: 'NoRoute', from: casualty.compartment, to: 'sickbay', ...way.error })
}

/** [CAS4] Beaming needs a transporter that works, and a bed to arrive in. */
const beam = (ship: Ship, casualty: Casualty, at: number): Ruling => {
  const { transporter } = ship.plan.file
  if (!transporter) return err({ code: 'NoTransporter' })
  const { system, atLeastPercent: neededPercent, seconds } = transporter
  const percent = performanceAt(ship, system, at)
  if (percent < neededPercent) return err({ code: 'SystemTooWeak', system, percent, neededPercent })
  const sickbay = withBedFor(ship, casualty)[0]
  if (!sickbay) return noBed(ship)
  const route = [
    { compartment: casualty.compartment, at },
    { compartment: sickbay.compartment, at: at + Math.round(seconds * 1000) },
  ]
  return ok([
    {
      type: 'CasualtyMoved',
      casualty: casualty.id,
      transport: { by: 'beam', crew: null, route, sickbay: sickbay.id },
    },
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
  const way = carriedTo(ship, casualty, crew, { compartment: casualty.compartment, at: ship.at })
  if (!way.ok) return NOTHING
  return [
    { type: 'CrewStartedWork', crew, task: taskId('casualty', id) },
    { type: 'CasualtyMoved', casualty: id, transport: way.value },
  ]
}

/** One after the other, since each takes a bed: whom the first picks up is told, and then the next may. */
const pickUpNext = (ship: Ship): readonly Fact[] => {
  for (const crew in ship.crews) {
    const facts = pickUp(ship, crew)
    if (facts.length > 0) return facts
  }
  return NOTHING
}

/** [TRV3] Bearers whose way is barred go round, or set the casualty down; a crew stays with them. */
const carriedOn = (ship: Ship, casualty: Casualty): readonly Fact[] => {
  const { transport } = casualty
  if (transport?.by !== 'carry') return NOTHING
  const { crew, route } = transport
  const ahead = route.filter((stop) => stop.at >= ship.at)
  const from = ahead[0]
  if (!from || isOpenAlong(ship, ahead)) return NOTHING
  const way = carriedTo(ship, casualty, crew, from)
  if (way.ok) {
    const passed = route.filter((stop) => stop.at < from.at)
    const round = { ...way.value, route: [...passed, ...way.value.route] }
    return [{ type: 'CasualtyMoved', casualty: casualty.id, transport: round }]
  }
  const facts = setDown(casualty, ship.at)
  if (crew === null) return facts
  const task = taskId('casualty', casualty.id)
  return [...facts, { type: 'CrewArrived', crew, task, compartment: from.compartment }]
}

const reactions = (): Reactions => ({
  CrewArrived: (ship, { crew }) => pickUp(shown(ship), crew),
  ...on(['CasualtyDischarged', 'CasualtyDied', 'CasualtyMoved', 'CasualtySetDown'], (ship) => pickUpNext(shown(ship))),
  ...on(['PassageFreed', 'PassageOpened', 'ForceFieldLowered', 'ForceFieldFailed', 'TreatmentPlaceOpened'], (ship) =>
    pickUpNext(shown(ship)),
  ),
  ...on(['PassageSealed', 'PassageJammed', 'ForceFieldRaised', 'PlaceRevealed'], (ship) =>
    Object.values(ship.casualties).flatMap((casualty) => carriedOn(shown(ship), casualty)),
  ),
})

/** [CAS4] [CRW5] [TRV3] Casualties are carried by bearers or a crew, or beamed, to a free bed. */
export const transport: Law = { reactions }
