import { createHash } from 'node:crypto'

/** What the first event of a ship's chain is linked to: her id, when she was created, and her file as stored. */
export const chainStart = ({ id, wall, definition }: Origin): Buffer =>
  createHash('sha256').update(`bulkhead/log@1 ${id} ${wall} ${definition}`).digest()

export interface Origin {
  readonly id: string
  readonly wall: string
  readonly definition: string
}

/** The hash of an event, linked to that of the one before it. `json` is the text as stored. */
export const linked = (before: Uint8Array, json: string): Buffer =>
  createHash('sha256').update(before).update(json).digest()
