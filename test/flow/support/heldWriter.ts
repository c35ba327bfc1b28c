import { directWriter } from '#db/directWriter.ts'
import type { EventLog } from '#db/eventLog.ts'
import type { LogWriter } from '#db/logWriter.ts'

/** A disk on which no batch is written before it is let go, one at a time. */
export class HeldWrites {
  /** Sizes of the batches asked for, oldest first. */
  readonly asked: number[] = []
  holding = false
  /** Whether a batch that is held is in the log already, and only the word of it is held back. */
  written = false
  #release: ((fault: Error | null) => void) | null = null

  readonly on = (log: EventLog): LogWriter => {
    const direct = directWriter(log)
    return {
      ...direct,
      append: async (batch) => {
        this.asked.push(batch.length)
        if (this.written) await direct.append(batch)
        const fault = this.holding ? await new Promise<Error | null>((release) => (this.#release = release)) : null
        if (fault) throw fault
        if (!this.written) await direct.append(batch)
      },
    }
  }

  /** Writes the batch under way, or fails it. */
  letGo(fault: Error | null = null): void {
    this.#release?.(fault)
    this.#release = null
  }
}
