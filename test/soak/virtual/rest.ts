import type { Machine } from '../../simulation/world/machine.ts'
import { usedBytes } from '../../bench/heap.ts'
import { entriesHeld } from './entries.ts'

/** What a server holds on to when nothing happens and nobody is there. */
export interface Rest {
  /** Virtual ms. */
  readonly atMs: number
  /** That is not garbage, with buffers. */
  readonly heapBytes: number
  /** By name: what must be as many as before. */
  readonly counts: Readonly<Record<string, number>>
  /** Of maps and sets, whoever holds them. */
  readonly entries: number
  readonly events: number
  /** Until then. */
  readonly visits: number
}

export const restOf = ({ clock, connections, sockets, service }: Machine, atMs: number, visits: number): Rest => ({
  ...{ atMs, visits, heapBytes: usedBytes(), entries: entriesHeld() },
  counts: {
    timers: clock?.timers ?? 0,
    connections: connections.size,
    dashboards: sockets?.sockets.sockets.size ?? 0,
    rooms: sockets?.sockets.adapter.rooms.size ?? 0,
    'dashboards in rooms': sockets?.sockets.adapter.sids.size ?? 0,
    sessions: service?.access.sessions.all().length ?? 0,
    'entries to be written': service?.queue.length ?? 0,
    'orders without an answer': [...(service?.ships.all() ?? [])].reduce((sum, run) => sum + run.unanswered.size, 0),
  },
  events: [...(service?.ships.all() ?? [])].reduce((sum, run) => sum + run.durable.ship.seq, 0),
})
