import type { LogWriter } from '#db/logWriter.ts'

export interface LogCounts {
  /** Batches of entries, each all that came while the one before was under way. */
  groups: number
  /** Transactions in all: each costs one sync. */
  transactions: number
  events: number
  /** Bytes of the events as stored. */
  bytes: number
}

export const noCounts = (): LogCounts => ({ groups: 0, transactions: 0, events: 0, bytes: 0 })

/** A writer that counts what is written through it. */
export const countingWriter = (writer: LogWriter): { readonly writer: LogWriter; readonly counts: LogCounts } => {
  const counts = noCounts()
  return {
    counts,
    writer: {
      ...writer,
      saveSnapshot: (snapshot) => {
        counts.transactions += 1
        return writer.saveSnapshot(snapshot)
      },
      keepTimes: (times) => {
        counts.transactions += 1
        return writer.keepTimes(times)
      },
      append: (batch) => {
        counts.groups += 1
        counts.transactions += 1
        for (const event of batch.flatMap(({ events }) => events)) {
          counts.events += 1
          counts.bytes += Buffer.byteLength(JSON.stringify(event))
        }
        return writer.append(batch)
      },
    },
  }
}
