import type { Dice } from '#shared/dice.ts'
import type { DiskCall } from './diskRecord.ts'

/** What a drive writes whole or not at all, bytes. */
const SECTOR_BYTES = 512

type Change = DiskCall & { readonly call: 'write' | 'truncate' }

interface File {
  /** What a sync has put on the disk. */
  synced: Buffer
  /** Since then: each may be there or not. */
  pending: Change[]
}

/**
 * A disk as a power cut leaves it: what was synced is there; of what was not, any part may be, each write whole, torn at a
 * sector, or not at all, in any order. A name that was made is there once its file or its folder is synced, one that was
 * removed is gone once the folder is. It does what it says: a drive that lies about syncs is not modelled.
 */
export class Disk {
  readonly #files = new Map<string, File>()
  /** Names as a program sees them are those of `#files`; these are the ones on the disk. */
  readonly #names = new Map<string, File>()
  readonly #isFolder: (path: string) => boolean

  constructor(isFolder: (path: string) => boolean) {
    this.#isFolder = isFolder
  }

  apply(call: DiskCall): void {
    switch (call.call) {
      case 'create':
        if (!this.#files.has(call.path)) this.#files.set(call.path, { synced: Buffer.alloc(0), pending: [] })
        return
      case 'write':
      case 'truncate':
        this.#files.get(call.path)?.pending.push(call)
        return
      case 'unlink':
        this.#files.delete(call.path)
        return
      case 'sync':
        if (this.#isFolder(call.path)) this.#syncNames()
        else this.#sync(call.path)
        return
      case 'tell':
    }
  }

  #sync(path: string): void {
    const file = this.#files.get(path)
    if (!file) return
    file.synced = file.pending.reduce(changed, file.synced)
    file.pending = []
    this.#names.set(path, file)
  }

  #syncNames(): void {
    this.#names.clear()
    for (const [path, file] of this.#files) this.#names.set(path, file)
  }

  /** What might be on it if the power failed now. */
  image(dice: Dice): ReadonlyMap<string, Buffer> {
    const names = new Map(this.#names)
    for (const path of this.#names.keys()) if (!this.#files.has(path) && dice.chance(0.5)) names.delete(path)
    for (const [path, file] of this.#files)
      if (this.#names.get(path) !== file && dice.chance(0.5)) names.set(path, file)
    // All, none, and every share between: a cut at its mildest and at its worst.
    const share = dice.pick([0, 1, dice.unit(), dice.unit()])
    return new Map([...names].map(([path, file]) => [path, afterCut(file, share, dice)]))
  }
}

const afterCut = ({ synced, pending }: File, share: number, dice: Dice): Buffer =>
  pending
    .filter(() => dice.chance(share))
    .flatMap((change) => (change.call === 'write' && dice.chance((1 - share) / 2) ? torn(change, dice) : [change]))
    .reduce(changed, synced)

/** Some of the sectors of a write. */
const torn = ({ path, offset, bytes }: Change & { readonly call: 'write' }, dice: Dice): readonly Change[] => {
  const parts: Change[] = []
  for (let start = 0; start < bytes.length;) {
    const end = Math.min(bytes.length, start + SECTOR_BYTES - ((offset + start) % SECTOR_BYTES))
    if (dice.chance(0.5)) parts.push({ call: 'write', path, offset: offset + start, bytes: bytes.subarray(start, end) })
    start = end
  }
  return parts
}

const changed = (content: Buffer, change: Change): Buffer => {
  if (change.call === 'truncate') return resized(content, change.size)
  const after = resized(content, Math.max(content.length, change.offset + change.bytes.length))
  change.bytes.copy(after, change.offset)
  return after
}

/** A copy; what is beyond the end is zeros. */
const resized = (content: Buffer, size: number): Buffer => {
  const copy = Buffer.alloc(size)
  content.copy(copy, 0, 0, size)
  return copy
}
