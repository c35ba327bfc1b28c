import { createHash } from 'node:crypto'
import type { SnapshotText } from './eventLog.ts'

/** Fingerprint of a snapshot: of its text, and of whose, of when and by which core it is. */
export const snapshotHash = ({ ship, seq, coreVersion, text }: Omit<SnapshotText, 'at'>): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([ship, seq, coreVersion]))
    .update(text)
    .digest()
