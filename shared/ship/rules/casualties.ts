import { diceFor } from '../../dice.ts'
import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { type Due, earlier, type Law, NOTHING, on, type Reactions } from '../law.ts'
import { peopleIn } from '../people.ts'
import { known, own } from '../records.ts'
import type { Rejection, Ruling } from '../rejections.ts'
import { err, ok, type Result } from '../../result.ts'
import type { Casualty, Ship, Transport, TreatmentEffect } from '../state.ts'
import { taskId } from '../task-id.ts'
import type { CasualtyStatus } from '../terms.ts'
import { reportFact, worsenedFate } from './injuries.ts'

/** A treatment that holds a casualty gives this much more time, ms, this often. Invented. */
const HOLDING_MS = 180_000
const HOLDING_CHANCE = 0.6

const numberOf = (casualty: string): number => Number(casualty.slice(1))

const ALIVE: readonly CasualtyStatus[] = ['waiting', 'moving', 'inBed', 'stable']

/** A casualty in one of these states, or why not. */
export const casualtyIn = (ship: Ship, id: string, needed: readonly CasualtyStatus[]): Result<Casualty, Rejection> => {
  const casualty = own(ship.casualties, id)
  if (!casualty) return err({ code: 'UnknownThing', what: 'casualty', id })
  if (needed.includes(casualty.status)) return ok(casualty)
  return err({ code: 'CasualtyNot', casualty: id, casualtyStatus: casualty.status, needed })
}

export const reportCasualty = (ship: Ship, order: Extract<Order, { type: 'ReportCasualty' }>): Ruling => {
  const { compartment, injury, name } = order
  if (!ship.plan.compartments.has(compartment))
    return err({ code: 'UnknownThing', what: 'compartment', id: compartment })
  if (peopleIn(ship, compartment) === 0) return err({ code: 'NobodyThere', compartment })
  const number = ship.numbers.casualty + 1
  return ok([{ ...reportFact(ship, { number, compartment, injury, ...(name !== undefined && { name }) }), told: true }])
}

/** [CAS2] Triage may be done again: people change. */
export const triageCasualty = (ship: Ship, order: Extract<Order, { type: 'TriageCasualty' }>): Ruling => {
  const found = casualtyIn(ship, order.casualty, ALIVE)
  if (!found.ok) return found
  const { casualty, category } = order
  return ok(found.value.category === category ? [] : [{ type: 'CasualtyTriaged', casualty, category }])
}

/** [CAS6] A treatment is put on record with what it did. On one who will not live it has no effect. */
export const treatCasualty = (ship: Ship, order: Extract<Order, { type: 'TreatCasualty' }>, at: number): Ruling => {
  const found = casualtyIn(ship, order.casualty, ['waiting', 'moving', 'inBed'])
  if (!found.ok) return found
  const { fate, treatments } = found.value
  const dice = diceFor(ship.seed, 'treatment', numberOf(order.casualty) * 100 + treatments.length)
  const effect: TreatmentEffect = fate.survivesTreatment && dice.chance(HOLDING_CHANCE) ? 'holding' : 'none'
  const worsensAt = effect === 'holding' && fate.worsensAt !== null ? fate.worsensAt + HOLDING_MS : fate.worsensAt
  const treatment = { at, treatment: order.treatment, effect }
  return ok([{ type: 'CasualtyTreated', casualty: order.casualty, treatment, fate: { ...fate, worsensAt } }])
}

/** [CAS7] Who is stable goes back to duty; so does a walking one, from where they are. */
export const dischargeCasualty = (ship: Ship, { casualty }: Extract<Order, { type: 'DischargeCasualty' }>): Ruling => {
  const walking = own(ship.casualties, casualty)?.category === 'minimal'
  const found = casualtyIn(ship, casualty, walking ? ['stable', 'waiting', 'inBed'] : ['stable'])
  if (!found.ok) return found
  const { crew } = found.value
  const hurt = crew === null ? 0 : known(ship.crews[crew], crew).hurt
  const backAtWork: Fact[] = crew === null ? [] : [{ type: 'CrewHurt', crew, hurt: Math.max(0, hurt - 1) }]
  return ok([{ type: 'CasualtyDischarged', casualty }, ...backAtWork])
}

/** Whoever is being carried is set down in the next compartment on the way. */
export const setDown = ({ id, transport, compartment }: Casualty, at: number): readonly Fact[] => {
  if (transport?.by !== 'carry') return NOTHING
  const next = transport.route.find((stop) => stop.at >= at) ?? transport.route.at(-1)
  return [{ type: 'CasualtySetDown', casualty: id, compartment: next?.compartment ?? compartment }]
}

const died = (casualty: Casualty, at: number, declared: boolean): readonly Fact[] => [
  ...setDown(casualty, at),
  { type: 'CasualtyDied', casualty: casualty.id, declared },
]

export const declareDeath = (ship: Ship, order: Extract<Order, { type: 'DeclareDeath' }>, at: number): Ruling => {
  const found = casualtyIn(ship, order.casualty, ALIVE)
  return found.ok ? ok(died(found.value, at, true)) : found
}

/** [CAS3] Until they are in a bed they get worse at the time drawn for them. */
const worsensAt = ({ status, fate }: Casualty): number | null =>
  status === 'waiting' || status === 'moving' ? fate.worsensAt : null

/** [RUN2] Whom a crew carries arrives, in a ship run by reports, when the crew says so. */
const beddedAt = ({ runMode, crews }: Ship, { id, status, transport }: Casualty): number | null => {
  const carrier = transport?.crew ? crews[transport.crew] : undefined
  const waits = runMode === 'reported' && carrier?.task === taskId('casualty', id)
  return status === 'moving' && !waits ? (transport?.route.at(-1)?.at ?? null) : null
}

export const beddedFacts = (ship: Ship, casualty: string, { sickbay }: Transport): readonly Fact[] => {
  const { compartment } = known(ship.plan.sickbays.get(sickbay), sickbay)
  return [{ type: 'CasualtyBedded', casualty, sickbay, compartment }]
}

const due = (ship: Ship): Due | null => {
  let soonest: Due | null = null
  for (const id in ship.casualties) {
    const casualty = known(ship.casualties[id], id)
    const times = [worsensAt(casualty), beddedAt(ship, casualty), casualty.treatmentEndsAt].filter((at) => at !== null)
    if (times.length > 0) soonest = earlier(soonest, { at: Math.min(...times), id })
  }
  return soonest
}

const fall = (ship: Ship, { at, id }: Due): readonly Fact[] => {
  const casualty = known(ship.casualties[id], id)
  if (casualty.treatmentEndsAt !== null) {
    if (casualty.fate.survivesTreatment) return [{ type: 'CasualtyStabilised', casualty: id }]
    return died(casualty, at, false)
  }
  if (casualty.transport && (beddedAt(ship, casualty) ?? Infinity) <= at)
    return beddedFacts(ship, id, casualty.transport)
  if (casualty.fate.severity !== 'delayed') return died(casualty, at, false)
  return [{ type: 'CasualtyWorsened', casualty: id, fate: worsenedFate(ship, numberOf(id), casualty.fate, at) }]
}

const RANK = { immediate: 0, delayed: 1, minimal: 2, expectant: 3 } as const

/** [CAS5] The next for a free surgeon: worst first, then who has lain longest. */
const nextForSurgeon = (waiting: readonly Casualty[]): Casualty | undefined =>
  [...waiting].sort(
    (a, b) =>
      RANK[a.category ?? a.fate.severity] - RANK[b.category ?? b.fate.severity] ||
      (a.beddedAt ?? 0) - (b.beddedAt ?? 0) ||
      numberOf(a.id) - numberOf(b.id),
  )[0]

const treatmentFacts = (ship: Ship, sickbay: string): readonly Fact[] => {
  const { surgeons } = known(ship.plan.sickbays.get(sickbay), sickbay)
  const inBed = Object.values(ship.casualties).filter((one) => one.status === 'inBed' && one.sickbay === sickbay)
  const underTreatment = inBed.filter((one) => one.treatmentEndsAt !== null)
  if (underTreatment.length >= surgeons) return NOTHING
  const next = nextForSurgeon(inBed.filter((one) => one.treatmentEndsAt === null))
  if (!next) return NOTHING
  const minutes = ship.plan.file.treatmentMinutes[next.fate.severity]
  return [{ type: 'TreatmentBegun', casualty: next.id, endsAt: ship.at + Math.round(minutes * 60_000) }]
}

const reactions = (): Reactions => ({
  CasualtyBedded: (ship, { sickbay }) => treatmentFacts(ship, sickbay),
  ...on(['TreatmentBegun', 'CasualtyStabilised', 'CasualtyDied', 'CasualtyDischarged'], (ship, { casualty }) => {
    const { sickbay } = known(ship.casualties[casualty], casualty)
    return sickbay === null ? NOTHING : treatmentFacts(ship, sickbay)
  }),
})

/** [CAS1]–[CAS7] From report to outcome. */
export const casualties: Law = { due, fall, reactions }
