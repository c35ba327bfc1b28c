import { setTimeout as sleep } from 'node:timers/promises'
import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import type { MissionClock } from '#shared/protocol/sockets.ts'
import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import type { Order } from '#shared/ship/commands.ts'
import type { RecordedEvent, Role } from '#shared/ship/events.ts'
import type { ShipState } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'

/** What `GET /ships/:ship` answers. */
export interface ShipAnswer {
  readonly definition: ShipFile
  readonly seq: number
  readonly at: number
  readonly clock: MissionClock
  readonly state: ShipState
}

const insist = async (response: Response): Promise<unknown> => {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return response.json()
}

const post = (url: string, body: unknown) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

export const readShip = async (url: string, ship: string): Promise<ShipAnswer> =>
  (await insist(await fetch(`${url}/api/v1/ships/${ship}`))) as ShipAnswer

/** The whole log of a ship. */
export const readLog = async (url: string, ship: string): Promise<readonly RecordedEvent[]> => {
  const log: RecordedEvent[] = []
  for (let after: number | null = 0; after !== null;) {
    const answer = await insist(await fetch(`${url}/api/v1/ships/${ship}/events?after=${after}`))
    const page = answer as { readonly events: readonly RecordedEvent[]; readonly next: number | null }
    log.push(...page.events)
    after = page.next
  }
  return log
}

/** Oldest first. */
export const readIncidents = async (url: string, ship: string): Promise<readonly IncidentSummary[]> =>
  (await insist(await fetch(`${url}/api/v1/incidents?ship=${ship}`))) as readonly IncidentSummary[]

/** As somebody in that role gets it. */
export const readRecording = async (url: string, incident: string, role: Role): Promise<RecordingFile> => {
  const headers = { 'bulkhead-role': role }
  return (await insist(await fetch(`${url}/api/v1/incidents/${incident}/recording`, { headers }))) as RecordingFile
}

/** A new ship of that file, under an id of her own. */
export const commission = async (url: string, definition: ShipFile, id: string): Promise<void> => {
  await insist(await post(`${url}/api/v1/ships`, { definition, id }))
}

let orders = 0

/** Gives one order that must not be refused; again, if the server had too much to do. */
export const order = async (url: string, ship: string, order: Order): Promise<void> => {
  const command = { id: `http-order-${orders++}`, ...order }
  const give = () => post(`${url}/api/v1/ships/${ship}/commands`, command)
  let response = await give()
  for (; response.status === BUSY; response = await give()) await sleep(TRY_AGAIN_MS)
  await insist(response)
}

const BUSY = 429
const TRY_AGAIN_MS = 500
