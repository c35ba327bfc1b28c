import type { RecordedEvent } from '#shared/ship/events.ts'
import { stardateAt } from '#shared/ship/stardate.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { Live } from '../link/live.svelte.ts'
import { stardate } from '../panels/format.ts'
import { missionText } from '../ui/duration.ts'
import { isRestarting } from './serviceWords.ts'

/** "Stardate 49304.5 · T+00:14:22 · 4×": what time it is in the mission. */
export const clockInWords = (ship: Ship | null, at: number): string => {
  if (!ship) return ''
  const date = stardateAt(ship.plan, at)
  const rate = ship.rate === 0 ? 'Paused' : ship.rate === 1 ? null : `${ship.rate}×`
  return [
    date !== null && `Stardate ${stardate(date)}`,
    ship.incident ? missionText(at - ship.incident.openedAt) : 'No incident',
    rate,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** When the mission clock of what is shown began: with the incident that is open, or else with the last there was. */
export const startOf = ({ incident }: Ship, events: readonly RecordedEvent[]): number =>
  incident?.openedAt ?? events.findLast(({ type }) => type === 'IncidentOpened')?.at ?? 0

const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`

/** Whether what is shown is the present, and if not, how old it is. */
export const linkInWords = ({ state, ageMs, roundTripMs, service }: Live): string => {
  if (isRestarting(service, ageMs)) return ageMs > 0 ? `Restarting ${seconds(ageMs)}` : 'Restarting'
  switch (state) {
    case 'connecting':
      return 'Connecting'
    case 'offline':
      return `Offline ${seconds(ageMs)}`
    case 'reconnecting':
      return ageMs > 0 ? `Reconnecting ${seconds(ageMs)}` : 'Reconnecting'
    case 'live':
      if (ageMs > 0) return `Link ${seconds(ageMs)}`
      return roundTripMs === null ? 'Live' : `Live ${Math.round(roundTripMs)} ms`
  }
}
