import type { Order } from '#shared/ship/commands.ts'
import type { Injury, Triage } from '#shared/ship/terms.ts'
import { LARGEST, type Moment, Voyage } from './voyages.ts'

/** All of them can wait, and live. */
const DELAYED: readonly Injury[] = ['fracture', 'burns', 'concussion']
const NAMES = ['A. Ferrol', 'B. Okafor', 'C. Lindqvist']

const bedCount = [...LARGEST.sickbays.values()].reduce((sum, { beds }) => sum + beds, 0)
const manned = [...LARGEST.compartments.values()].filter(({ people }) => people > 0)

/** As many as that, numbered from the next after `first`, spread over the ship; some have no name yet. */
const reports = (count: number, injuries = DELAYED, first = 0): readonly Order[] =>
  Array.from({ length: count }, (_, index) => {
    const name = NAMES[first + index]
    return {
      type: 'ReportCasualty',
      compartment: manned[((first + index) * 7) % manned.length]?.id ?? '',
      injury: injuries[index % injuries.length] ?? 'shock',
      ...(name !== undefined && { name }),
    }
  })

const numbered = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `C${index + 1}`)

const cared = (casualty: string, category: Triage): readonly Order[] => [
  { type: 'TriageCasualty', casualty, category },
  { type: 'TreatCasualty', casualty, treatment: 'Pain relief' },
]
const carried = (casualty: string): Order => ({ type: 'TransportCasualty', casualty, by: 'carry' })

/** One of each kind waits, but for the first, who is on the way; the last has not been looked at. */
export const ARRIVING: Moment = new Voyage(LARGEST)
  .give(...reports(4, ['fracture', 'blast', 'laceration', 'shock']))
  .give(...cared('C1', 'delayed'), ...cared('C2', 'immediate'), ...cared('C3', 'minimal'), carried('C1'))
  .sail(10_000, false).now

/** Every bed is taken, some of them by people who are stable; there is none left for those who were reported last. */
export const CROWDED: Moment = new Voyage(LARGEST)
  .give(...reports(bedCount), ...numbered(bedCount).flatMap((id) => [...cared(id, 'delayed'), carried(id)]))
  .sail(390_000, false)
  .give(...reports(3, ['blast', 'crush', 'shock'], bedCount))
  .give({ type: 'TriageCasualty', casualty: `C${bedCount + 1}`, category: 'immediate' })
  .give({ type: 'DeclareDeath', casualty: `C${bedCount + 2}` })
  .sail(20_000, false).now
