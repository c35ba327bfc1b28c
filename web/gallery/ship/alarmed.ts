import type { Order } from '#shared/ship/commands.ts'
import { attack, LARGEST, type Moment, Voyage } from './voyages.ts'

const FEW_SECONDS_MS = 5_000
const REPORTED = 30
const BROKEN = 3

const reports: readonly Order[] = [...LARGEST.compartments.keys()]
  .slice(0, REPORTED)
  .map((compartment) => ({ type: 'ReportDamage', compartment, what: 'fire', text: 'Smoke' }))

const broken = [...LARGEST.systems.keys()].slice(-BROKEN)

/** More alarms than anybody can take in one by one. */
export const FLOODED: Moment = new Voyage(LARGEST).give(...attack(LARGEST), ...reports).sail(FEW_SECONDS_MS, false).now

/** A few, some of them put aside. */
export const SHELVED: Moment = new Voyage(LARGEST)
  .give(
    { type: 'InflictBreach', compartment: [...LARGEST.compartments.keys()][0] ?? '', area: 0.2 },
    ...broken.map((system): Order => ({ type: 'DamageSystem', system, to: 40 })),
    ...broken.slice(1).map((system, i): Order => ({
      type: 'ShelveAlarm',
      alarm: `system@${system}`,
      minutes: 10 * (i + 1),
      reason: 'Spare part is on its way',
    })),
  )
  .sail(FEW_SECONDS_MS, false).now
