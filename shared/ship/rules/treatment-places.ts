import type { Order } from '../commands.ts'
import type { Fact } from '../events.ts'
import { type Due, type Law, soonestIn } from '../law.ts'
import type { Ruling } from '../rejections.ts'
import { err, ok } from '../../result.ts'
import type { Ship, TreatmentPlace } from '../state.ts'

/** [CAS8] A second treatment place is set up by order; that takes the minutes which the ship file gives. */
export const openTreatmentPlace = (
  ship: Ship,
  { sickbay }: Extract<Order, { type: 'OpenTreatmentPlace' }>,
  at: number,
): Ruling => {
  const planned = ship.plan.sickbays.get(sickbay)
  if (!planned) return err({ code: 'UnknownThing', what: 'sickbay', id: sickbay })
  if (!planned.standby) return err({ code: 'NotFitted', what: 'second treatment place' })
  if (sickbay in ship.treatmentPlaces) return ok([])
  const opensAt = at + Math.round(planned.standby.setUpMinutes * 60_000)
  return ok([{ type: 'TreatmentPlaceOrdered', sickbay, opensAt }])
}

const soonestOpening = soonestIn(({ open, opensAt }: TreatmentPlace) => (open ? null : opensAt))

const due = ({ treatmentPlaces }: Ship): Due | null => soonestOpening(treatmentPlaces)

const fall = (_ship: Ship, { id }: Due): readonly Fact[] => [{ type: 'TreatmentPlaceOpened', sickbay: id }]

/** [CAS8] From its opening on its beds and surgeons count. */
export const treatmentPlaces: Law = { due, fall }
