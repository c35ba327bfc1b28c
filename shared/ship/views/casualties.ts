import type { Sickbay } from '../plan.ts'
import { bedsTaken } from '../rules/transport.ts'
import type { Casualty, Ship } from '../state.ts'
import type { Triage } from '../terms.ts'
import { placeAt } from './crews.ts'

export interface CasualtyView extends Omit<Casualty, 'fate'> {
  /** Where they are now, on the way included. */
  readonly place: string
  readonly arrivesAt: number | null
}

export interface SickbayView {
  readonly id: string
  readonly name: string
  readonly compartment: string
  /** A second treatment place takes nobody until it has been ordered and set up. */
  readonly state: 'open' | 'standby' | 'being set up'
  /** When it opens, while it is being set up. */
  readonly opensAt: number | null
  readonly beds: number
  readonly taken: number
  readonly surgeons: number
  readonly operating: number
  readonly patients: readonly CasualtyView[]
}

const RANK: Readonly<Record<Triage, number>> = { immediate: 0, delayed: 2, minimal: 3, expectant: 4 }
const UNTRIAGED_RANK = 1

const viewOf = ({ fate: _hidden, ...casualty }: Casualty, at: number): CasualtyView => ({
  ...casualty,
  place: placeAt(casualty.transport?.route ?? [], casualty.compartment, at),
  arrivesAt: casualty.transport?.route.at(-1)?.at ?? null,
})

const rank = ({ category }: CasualtyView): number => (category === null ? UNTRIAGED_RANK : RANK[category])

/** Immediate first, then whoever has not been looked at; the longest waiting first. */
export const casualtiesOf = (ship: Ship, at: number): readonly CasualtyView[] =>
  Object.values(ship.casualties)
    .map((casualty) => viewOf(casualty, at))
    .sort((a, b) => rank(a) - rank(b) || a.reportedAt - b.reportedAt || (a.id < b.id ? -1 : 1))

const standingOf = (ship: Ship, { id, standby }: Sickbay): Pick<SickbayView, 'state' | 'opensAt'> => {
  const place = ship.treatmentPlaces[id]
  if (!standby || place?.open) return { state: 'open', opensAt: null }
  return place ? { state: 'being set up', opensAt: place.opensAt } : { state: 'standby', opensAt: null }
}

export const sickbaysOf = (ship: Ship, at: number): readonly SickbayView[] =>
  [...ship.plan.sickbays.values()].map((sickbay) => {
    const { id, name, compartment, beds, surgeons } = sickbay
    const patients = casualtiesOf(ship, at).filter(
      (one) => one.sickbay === id && (one.status === 'inBed' || one.status === 'stable'),
    )
    const operating = patients.filter(({ treatmentEndsAt }) => treatmentEndsAt !== null).length
    const taken = bedsTaken(ship, id)
    return { id, name, compartment, ...standingOf(ship, sickbay), beds, taken, surgeons, operating, patients }
  })

/** Casualties by deck and category; the dead and the discharged are not among them. */
export const tallyByDeck = (ship: Ship): ReadonlyMap<number, Readonly<Record<Triage | 'untriaged', number>>> => {
  const tally = new Map<number, Record<Triage | 'untriaged', number>>()
  for (const { compartment, category, status } of Object.values(ship.casualties)) {
    if (status === 'dead' || status === 'discharged') continue
    const deck = ship.plan.compartments.get(compartment)?.deck ?? 0
    const row = tally.get(deck) ?? { immediate: 0, delayed: 0, minimal: 0, expectant: 0, untriaged: 0 }
    row[category ?? 'untriaged']++
    tally.set(deck, row)
  }
  return new Map([...tally].sort(([a], [b]) => a - b))
}
