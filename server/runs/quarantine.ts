import { problem } from '../problem.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'

/** The first event of a ship that this program cannot fold; her file itself, if `seq` is 0. */
export class DoesNotFold extends Error {
  readonly seq: number
  /** In words that give away nothing of what the event says: not everybody may know it. */
  readonly reason: string

  constructor(seq: number, reason: string, cause: unknown) {
    super(seq === 0 ? `The ship does not fold: ${reason}` : `Event ${seq} does not fold: ${reason}`, { cause })
    this.name = 'DoesNotFold'
    this.seq = seq
    this.reason = reason
  }
}

/** A ship whose log does not fold. The others run; of her nothing is written, and what is on record can be read. */
export interface Quarantined {
  readonly id: string
  /** Null if what is stored is not JSON. */
  readonly definition: ShipFile | null
  /** Seq of her last event, folded or not. */
  readonly head: number
  readonly fault: DoesNotFold
}

export const inQuarantine = ({ id, fault: { seq, reason, message } }: Quarantined): Problem =>
  problem('Quarantined', `Ship ${id} is in quarantine, and can only be read. ${message}`, { ship: id, seq, reason })
