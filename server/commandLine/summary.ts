import type { ShipEvent } from '#shared/ship/events.ts'
import type { Ship } from '#shared/ship/state.ts'
import { damageReportOf } from '#shared/ship/views/damage-report.ts'
import { powerWords } from '#shared/ship/views/words.ts'
import { workOf } from '#shared/ship/views/work.ts'
import type { Happening } from '../simulate.ts'

/** What a simulation came to, as numbers. */
export interface Summary {
  /** Mission time from its start to its end, ms. */
  readonly lastedMs: number
  readonly events: number
  /** What happened how often, by the type of event. */
  readonly happened: Readonly<Record<string, number>>
  /** Orders of the policy that were accepted. */
  readonly orders: number
  /** Orders of the scenario that were refused, with the reason. */
  readonly refusedInjects: readonly { readonly at: number; readonly reason: string }[]
}

const refusalOf = (event: ShipEvent) =>
  (event.type === 'InjectRun' || event.type === 'ConditionalInjectRun') && event.refused !== null
    ? [{ at: event.at, reason: event.refused }]
    : []

export const summaryOf = (happenings: readonly Happening[]): Summary => {
  const events = happenings.flatMap((happening) => happening.events)
  const begun = events.find(({ type }) => type === 'ScenarioStarted')?.at ?? 0
  const types = happenings.flatMap(({ command }) => command?.type ?? [])
  return {
    lastedMs: (events.at(-1)?.at ?? begun) - begun,
    events: events.length,
    happened: tallied(events.map(({ type }) => type)),
    orders: types.filter((type) => type !== 'StartScenario' && type !== 'StopScenario').length,
    refusedInjects: events.flatMap(refusalOf),
  }
}

const percent = (value: number | null): string => (value === null ? 'none' : `${Math.round(value)} %`)

const listed = (words: readonly string[]): string => (words.length === 0 ? 'none' : words.join(', '))

/** "breach 2, system 3": only what there is any of. */
const counted = (counts: Readonly<Record<string, number>>): string =>
  listed(
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `${what} ${count}`),
  )

const tallied = (all: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const one of all) counts[one] = (counts[one] ?? 0) + 1
  return counts
}

/** The ship as a simulation leaves her, in a few lines. */
export const summaryLines = (ship: Ship, summary: Summary): readonly string[] => {
  const { figures, capabilities } = damageReportOf(ship, ship.at)
  const { hullPercent, shieldsPercent, power, casualties, crews } = figures
  const standing = Object.values(ship.alarms).filter(({ state }) => state !== 'returned')
  const silent = standing.filter(({ state }) => state === 'acknowledged')
  return [
    `Hull ${percent(hullPercent)}, shields ${percent(shieldsPercent)}, power ${powerWords(power.supplyMw)} for ${powerWords(power.demandMw)}`,
    `Casualties: ${counted(casualties)}`,
    `Crews ready: ${crews.ready} of ${crews.total}`,
    `Below their best: ${listed(capabilities.filter(({ top }) => !top).map(({ name, modeName }) => `${name} (${modeName})`))}`,
    `Left to do: ${counted(tallied(workOf(ship, ship.at).map(({ kind }) => kind)))}`,
    `Alarms: ${standing.length}, ${standing.length - silent.length} of them not acknowledged`,
    `${summary.events} events, ${summary.orders} orders, ${summary.refusedInjects.length} of the scenario's refused`,
  ]
}
