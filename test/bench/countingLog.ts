import type { EventLog } from '#db/eventLog.ts'

export interface LogCounts {
  /** Batches of entries, each the work of one turn of the loop. */
  groups: number
  /** Transactions in all: each costs one sync. */
  transactions: number
  events: number
  /** Bytes of the events as stored. */
  bytes: number
}

/** A log that counts what is written through it. */
export const countingLog = (log: EventLog): { readonly log: EventLog; readonly counts: LogCounts } => {
  const counts: LogCounts = { groups: 0, transactions: 0, events: 0, bytes: 0 }
  return {
    counts,
    log: {
      ...log,
      saveSnapshot: (snapshot) => {
        counts.transactions += 1
        log.saveSnapshot(snapshot)
      },
      keepTime: (ship, at) => {
        counts.transactions += 1
        log.keepTime(ship, at)
      },
      append: (batch) => {
        const written = log.append(batch)
        counts.groups += 1
        counts.transactions += 1
        for (const json of written.flat()) {
          counts.events += 1
          counts.bytes += Buffer.byteLength(json)
        }
        return written
      },
    },
  }
}
