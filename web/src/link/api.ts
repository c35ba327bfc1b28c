import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Incident } from '#shared/ship/state.ts'
import type { Alert } from '#shared/ship/terms.ts'
import type { OwnSession } from '#shared/protocol/access.ts'
import type { Identity } from './identity.ts'
import { session } from './session.svelte.ts'

export interface ShipSummary {
  readonly id: string
  readonly name: string
  readonly seq: number
  /** Null of a ship in quarantine: it is not known. */
  readonly alert: Alert | null
  readonly incident: Incident | null
  /** Her first event that this version cannot fold, and why; null of a ship that runs. */
  readonly quarantined: { readonly seq: number; readonly reason: string } | null
}

export interface ScenarioSummary {
  readonly id: string
  readonly name: string
  readonly ship: string
  readonly purpose: string
}

interface EventPage {
  readonly events: readonly RecordedEvent[]
  readonly next: number | null
}

const UNAUTHORIZED = 401

/** What the server has there, or an error whose message can be shown. */
export const getAnswer = async (path: string, { role, name }: Identity): Promise<Response> => {
  const headers = { 'bulkhead-role': role, 'bulkhead-name': encodeURIComponent(name) }
  const response = await fetch(`/api/v1${path}`, { headers })
  if (response.ok) return response
  if (response.status === UNAUTHORIZED) session.end()
  throw new Error(await detailOf(response))
}

export const getJson = async <Body>(path: string, as: Identity): Promise<Body> =>
  (await getAnswer(path, as)).json() as Promise<Body>

const detailOf = async (response: Response): Promise<string> => {
  const problem = (await response.json().catch(() => null)) as { detail?: string } | null
  return problem?.detail ?? `The server answered ${response.status}`
}

/** Whom the server takes this browser for. */
export const fetchSession = (as: Identity): Promise<OwnSession> => getJson('/session', as)

export const fetchShips = (as: Identity): Promise<readonly ShipSummary[]> => getJson('/ships', as)

export const fetchScenarios = (as: Identity): Promise<readonly ScenarioSummary[]> => getJson('/scenarios', as)

/** At most `limit` events that follow `after`. */
export const fetchEvents = async (as: Identity, ship: string, after: number, limit: number) =>
  (await getJson<EventPage>(`/ships/${encodeURIComponent(ship)}/events?after=${after}&limit=${limit}`, as)).events

/** The ship asked for, else the first in trouble, else the first. */
export const chooseShip = (ships: readonly ShipSummary[], asked: string | null): ShipSummary | null =>
  ships.find(({ id }) => id === asked) ?? ships.find(({ incident }) => incident !== null) ?? ships[0] ?? null
