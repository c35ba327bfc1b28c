import type { Casualty, Ship } from '#shared/ship/state.ts'
import { firstWrong, type Invariant } from '../invariant.ts'

/** [CAS4] Beds taken, those kept for whoever is on the way included; [CAS5] surgeons at work, and none idle beside work. */
const sickbays = (ship: Ship): string | null =>
  firstWrong(ship.plan.sickbays.values(), ({ id, beds, surgeons, standby }) => {
    let [taken, operating, unattended] = [0, 0, 0]
    for (const one of Object.values(ship.casualties)) {
      if (one.status === 'moving' && one.transport?.sickbay === id) taken++
      if (one.sickbay !== id || (one.status !== 'inBed' && one.status !== 'stable')) continue
      taken++
      if (one.treatmentEndsAt !== null) operating++
      else if (one.status === 'inBed') unattended++
    }
    if (taken > 0 && standby && !ship.treatmentPlaces[id]?.open) return `${taken} in ${id}, which is not open`
    if (taken > beds) return `${taken} in ${beds} beds of ${id}`
    if (operating > surgeons) return `${operating} under ${surgeons} surgeons in ${id}`
    return unattended > 0 && operating < surgeons ? `a surgeon idle in ${id}, ${unattended} untreated` : null
  })

/** [RUN2] Run by reports, whom a crew carries is in a bed when it says so. */
const isReported = (ship: Ship, { transport }: Casualty): boolean =>
  ship.runMode === 'reported' && transport !== null && transport.crew !== null

const wrongWith = (ship: Ship, one: Casualty): string | null => {
  const { status, transport, sickbay, treatmentEndsAt, endedAt, fate } = one
  if ((status === 'moving') !== (transport !== null)) return `${status}, transport ${transport?.by ?? 'none'}`
  if (transport && !isReported(ship, one) && (transport.route.at(-1)?.at ?? 0) < ship.at)
    return 'should have been in bed by now'
  if ((status === 'inBed' || status === 'stable') && sickbay === null) return `${status} in no sickbay`
  if (treatmentEndsAt !== null && (status !== 'inBed' || treatmentEndsAt <= ship.at)) return 'treated, and not in bed'
  if ((status === 'dead' || status === 'discharged') && endedAt === null) return `${status}, but not ended`
  const waits = status === 'waiting' || status === 'moving'
  return waits && fate.worsensAt !== null && fate.worsensAt <= ship.at ? 'should have got worse by now' : null
}

/** [CAS3] What is said of a casualty goes together. */
const coherent = (ship: Ship): string | null =>
  firstWrong(Object.values(ship.casualties), (one) => {
    const what = wrongWith(ship, one)
    return what && `casualty ${one.id}: ${what}`
  })

export const medical: readonly Invariant[] = [
  { name: 'beds and surgeons are within limits', reads: ['casualties', 'treatmentPlaces'], broken: sickbays },
  { name: 'casualties are in one state', reads: ['casualties'], broken: coherent },
]
