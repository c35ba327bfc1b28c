import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import type { Answer, Down, Resumed, Snapshot, Up } from '#shared/protocol/sockets.ts'
import type { RecordedEvent, Role } from '#shared/ship/events.ts'

type Batch = Parameters<Down['events']>[0]

/** A bare connection that keeps every frame it is sent. */
export class Watcher {
  readonly socket: Socket<Down, Up>
  readonly batches: Batch[] = []
  readonly clocks: Parameters<Down['clock']>[0][] = []
  readonly presences: Parameters<Down['presence']>[0][] = []
  readonly heads: Parameters<Down['head']>[0][] = []
  readonly services: Parameters<Down['service']>[0][] = []

  constructor(url: string, role?: Role, name?: string) {
    this.socket = io(url, {
      ...{ transports: ['websocket'], forceNew: true, reconnection: false },
      auth: { ...(role ? { role } : {}), ...(name ? { name } : {}) },
    })
    this.socket.on('events', (batch) => this.batches.push(batch))
    this.socket.on('clock', (clock) => this.clocks.push(clock))
    this.socket.on('presence', (presence) => this.presences.push(presence))
    this.socket.on('head', (head) => this.heads.push(head))
    this.socket.on('service', (service) => this.services.push(service))
    onTestFinished(() => void this.socket.disconnect())
  }

  /** With `after`, of the log named. */
  async watch(ship: string, after?: number, log?: string): Promise<Answer<Snapshot | Resumed>> {
    const ask = { ship, ...(after !== undefined && { after }), ...(log !== undefined && { log }) }
    return (await this.socket.timeout(5_000).emitWithAck('watch', ask)) as Answer<Snapshot | Resumed>
  }

  get events(): readonly RecordedEvent[] {
    return this.batches.flatMap(({ events }) => events)
  }
}

/** Waits until it holds. */
export const eventually = async (holds: () => boolean, withinMs = 3_000): Promise<void> => {
  const deadlineMs = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > deadlineMs)
      throw new Error(`Did not come to hold within ${withinMs} ms: ${holds.toString()}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
