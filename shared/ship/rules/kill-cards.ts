import type { KillCard } from '../plan.ts'
import type { Order } from '../commands.ts'
import { own } from '../records.ts'
import type { Ruling, ThingKind } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship } from '../state.ts'
import type { Task } from './tasks.ts'

/** [KIL1] A card is for one kind of trouble, in some compartments and systems or in all. */
export const cardsOf = (ship: Ship, { kind, target, places }: Task): readonly KillCard[] =>
  (ship.plan.file.killCards ?? []).filter(
    ({ for: trouble, compartments, systems }) =>
      trouble === kind &&
      (!compartments || places.some((id) => compartments.includes(id))) &&
      (!systems || systems.includes(target)),
  )

/** [KIL2] What steps are ticked for: a casualty or a system, and for any other trouble the compartment. */
export const subjectOf = ({ kind, target, compartment }: Task): string =>
  kind === 'casualty' || kind === 'system' ? target : compartment

/** Since when there is the trouble that a card is for; null where there is none, or the ship does not say. */
const troubleSince = (ship: Ship, { for: trouble }: KillCard, subject: string): number | null => {
  switch (trouble) {
    case 'breach':
      return earliest(
        Object.values(ship.breaches).filter((one) => one.compartment === subject),
        'openedAt',
      )
    case 'fire':
      return own(ship.fires, subject)?.startedAt ?? null
    case 'leak':
      return earliest(
        Object.values(ship.leaks).filter((one) => one.compartment === subject),
        'startedAt',
      )
    case 'casualty':
    case 'system':
    case 'passage':
      return null
  }
}

const earliest = <Member extends string>(
  things: readonly Readonly<Record<Member, number>>[],
  member: Member,
): number | null => (things.length === 0 ? null : Math.min(...things.map((thing) => thing[member])))

/** [KIL3] When a step was ticked. A tick from before the trouble there is now was for another one, and does not count. */
export const tickedAt = (ship: Ship, card: KillCard, subject: string, step: string): number | null => {
  const at = own(ship.ticks, `${card.id}/${subject}`)?.[step] ?? null
  const since = troubleSince(ship, card, subject)
  return at !== null && since !== null && at < since ? null : at
}

/** What the subject of a card must be, when there is no such thing. */
const missing = (ship: Ship, { for: trouble }: KillCard, id: string): ThingKind | null => {
  if (trouble === 'casualty') return own(ship.casualties, id) ? null : 'casualty'
  if (trouble === 'system') return ship.plan.systems.has(id) ? null : 'system'
  return ship.plan.compartments.has(id) ? null : 'compartment'
}

/** [KIL2] */
export const tickStep = (ship: Ship, order: Extract<Order, { type: 'TickStep' }>): Ruling => {
  const { card: id, subject, step } = order
  const card = ship.plan.file.killCards?.find((one) => one.id === id)
  if (!card) return err({ code: 'UnknownThing', what: 'kill card', id })
  if (!card.steps.some((one) => one.id === step)) return err({ code: 'UnknownThing', what: 'step', id: step })
  const what = missing(ship, card, subject)
  if (what) return err({ code: 'UnknownThing', what, id: subject })
  return ok(tickedAt(ship, card, subject, step) === null ? [{ type: 'StepTicked', card: id, subject, step }] : [])
}
