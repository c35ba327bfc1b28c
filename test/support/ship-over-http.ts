import type { MissionClock } from '#shared/protocol/sockets.ts'
import type { Order } from '#shared/ship/commands.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
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

let orders = 0

/** Gives one order that must not be refused. */
export const order = async (url: string, ship: string, order: Order): Promise<void> => {
  await insist(await post(`${url}/api/v1/ships/${ship}/commands`, { id: `http-order-${orders++}`, ...order }))
}
