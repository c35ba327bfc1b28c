import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { healthAt } from '../formula.ts'
import { entryOf } from '../known.ts'
import { type Due, type Law, soonestOf } from '../law.ts'
import { known, own } from '../records.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship, ThingKey } from '../state.ts'

/** How long a diagnostic takes, ms. Invented. */
const DIAGNOSTIC_MS = 60_000

/** [DIA1] Any system, running or not; one that is under way already goes on. */
export const runDiagnostic = (
  ship: Ship,
  { system }: Extract<Order, { type: 'RunDiagnostic' }>,
  at: number,
): Ruling => {
  if (!ship.plan.systems.has(system)) return err({ code: 'UnknownThing', what: 'system', id: system })
  const last = own(ship.diagnoses, system)
  return ok(last?.percent === null ? [] : [{ type: 'DiagnosticStarted', system, endsAt: at + DIAGNOSTIC_MS }])
}

const due = (ship: Ship): Due | null =>
  soonestOf(Object.entries(ship.diagnoses), ([id, { endsAt, percent }]) =>
    percent === null ? { at: endsAt, id } : null,
  )

const fall = (ship: Ship, { id }: Due): readonly Fact[] => {
  const keys = ([`systems/${id}`, `leaks/${id}`] as const satisfies ThingKey[]).filter((key) => key in ship.unknown)
  const found = keys.length > 0
  const { compartment } = known(ship.plan.systems.get(id), id)
  const reveals = keys.map((key) => ({ key, now: entryOf(ship, key) }))
  return [
    { type: 'DiagnosticCompleted', system: id, percent: healthAt(ship, id, ship.at), found },
    ...(found ? [{ type: 'PlaceRevealed', compartment, how: 'diagnostic', reveals } as const] : []),
  ]
}

/** [DIA1] [DIA2] A diagnostic tells the truth about one system, hidden faults and its leak included. */
export const diagnostics: Law = { due, fall }
