/** 2 MiB for the ids of all ships: with a million in it, one in 500 that is new is looked up in vain. A power of two. */
const BITS = 2 ** 24

/**
 * Which ids of commands may be in the log already: a Bloom filter. It never takes one that was added for new; one that it takes
 * for used may be new, and the log must be asked. Until it knows all that the log holds it takes every id for used.
 */
export class UsedIds {
  readonly #bits = new Uint32Array(BITS / 32)
  #knowsAll = false

  add(ship: string, id: string): void {
    for (const bit of bitsOf(ship, id)) this.#bits[bit >>> 5] = this.#wordOf(bit) | (1 << (bit & 31))
  }

  mayBeUsed(ship: string, id: string): boolean {
    return !this.#knowsAll || bitsOf(ship, id).every((bit) => (this.#wordOf(bit) & (1 << (bit & 31))) !== 0)
  }

  /** Everything that the log holds has been added. */
  knowsAll(): void {
    this.#knowsAll = true
  }

  #wordOf(bit: number): number {
    return this.#bits[bit >>> 5] ?? 0
  }
}

const bitsOf = (ship: string, id: string): readonly number[] => {
  const hash = hashOf(id, hashOf(ship, OFFSET_BASIS))
  return STEPS.map((step) => mixed(hash + step) & (BITS - 1))
}

/** FNV-1a of 32 bits, of the UTF-16 units. Source: draft-eastlake-fnv, §2. */
const hashOf = (text: string, from: number): number => {
  let hash = from
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME)
  return hash
}

const OFFSET_BASIS = 0x811c9dc5
const FNV_PRIME = 0x01000193
/** One for each bit that an id takes: multiples of 2³² over the golden ratio, which stay apart. */
const STEPS = [0, 1, 2, 3].map((n) => Math.imul(n, 0x9e3779b9))

/** Every bit of the outcome hangs on every bit given. Source: the last step of MurmurHash3, 32 bits. */
const mixed = (hash: number): number => {
  let bits = hash
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
