import { supplyAt } from '#shared/ship/formula.ts'
import type { Ship } from '#shared/ship/state.ts'
import { firstWrong, type Invariant } from '../invariant.ts'

/** Never less than nothing, never more than was taken aboard. */
const supplies = (ship: Ship): string | null =>
  firstWrong(Object.entries(ship.supplies), ([id, { amount, perS }]) => {
    const planned = ship.plan.file.supplies?.find((one) => one.id === id)
    const left = supplyAt(ship, id, ship.at)
    if (!planned) return `a supply of ${id}, which she has not`
    if (!(amount >= 0 && left >= 0 && left <= planned.amount)) return `${left} of ${planned.amount} ${id}`
    return perS <= 0 ? null : `${id} grows`
  })

/** [CPW1] */
const lines = (ship: Ship): string | null => {
  const most = ship.plan.file.casualtyPower?.lines ?? 0
  const laid = Object.keys(ship.casualtyLines).length
  return laid <= most ? null : `${laid} of ${most} emergency cables`
}

/** What is being made ready is ready in time, a diagnosis is done in time, a treatment place open in time. */
const inTime = (ship: Ship): string | null =>
  firstWrong(Object.entries(ship.readiness), ([id, { ready, readyAt }]) =>
    ready || readyAt >= ship.at ? null : `${id} should have been ready at ${readyAt} ms`,
  ) ??
  firstWrong(Object.entries(ship.diagnoses), ([id, { percent, endsAt }]) =>
    percent !== null || endsAt >= ship.at ? null : `${id} should have been diagnosed at ${endsAt} ms`,
  ) ??
  firstWrong(Object.entries(ship.treatmentPlaces), ([id, { open, opensAt }]) =>
    open || opensAt >= ship.at ? null : `${id} should have been open at ${opensAt} ms`,
  )

export const stores: readonly Invariant[] = [
  { name: 'supplies are between nothing and all', reads: ['supplies'], broken: supplies },
  { name: 'no more cables than there are', reads: ['casualtyLines'], broken: lines },
  { name: 'what takes time is done in time', reads: ['readiness', 'diagnoses', 'treatmentPlaces'], broken: inTime },
]
