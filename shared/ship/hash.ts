import type { ShipState } from './state.ts'

/**
 * A fingerprint of 64 bits, in hex. The same for states that say the same, whatever order their members came in and whether or
 * not they went through JSON; server and browsers compare what they have folded by it. It guards against faults of ours: whoever
 * wants two states of one fingerprint can make them, and gains nothing by it.
 */
export const hashOf = (state: ShipState): string => {
  const hash = new Hash()
  hash.value(state)
  return hash.text()
}

/** What kind of value comes next, so that `[1, [2]]` and `[[1], 2]` are told apart. */
const TAG = { null: 1, false: 2, true: 3, whole: 4, number: 5, string: 6, array: 7, record: 8 } as const

/** Odd numbers near 2³²/φ and 2³²/√2: each step is one to one, so that one changed word always changes the outcome. */
const FACTORS = [0x9e3779b1, 0xb504f32d] as const
const BITS = new DataView(new ArrayBuffer(8))

/** Two lanes of 32 bits, each fed the same words. */
class Hash {
  #a = 0x12345678
  #b = 0x0fedcba9

  value(value: unknown): void {
    if (typeof value === 'string') this.#string(value)
    else if (typeof value === 'number') this.#number(value)
    else if (typeof value === 'boolean') this.#word(value ? TAG.true : TAG.false)
    else if (Array.isArray(value)) this.#array(value)
    else if (typeof value === 'object' && value !== null) this.#record(value as Record<string, unknown>)
    else this.#word(TAG.null)
  }

  text(): string {
    return [this.#a, this.#b].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')
  }

  #word(word: number): void {
    this.#a = Math.imul(this.#a ^ word, FACTORS[0])
    this.#a ^= this.#a >>> 15
    this.#b = Math.imul(this.#b ^ word, FACTORS[1])
    this.#b ^= this.#b >>> 13
  }

  /** Minus nothing is nothing, as in JSON. */
  #number(value: number): void {
    if ((value | 0) === value) {
      this.#word(TAG.whole)
      return this.#word(value)
    }
    this.#word(TAG.number)
    BITS.setFloat64(0, value)
    this.#word(BITS.getInt32(0))
    this.#word(BITS.getInt32(4))
  }

  #string(value: string): void {
    this.#word(TAG.string)
    this.#word(value.length)
    for (let at = 0; at < value.length; at++) this.#word(value.charCodeAt(at))
  }

  #array(values: readonly unknown[]): void {
    this.#word(TAG.array)
    this.#word(values.length)
    for (const value of values) this.value(value)
  }

  /** A member that is not defined is none: JSON leaves it out. */
  #record(record: Readonly<Record<string, unknown>>): void {
    const keys = Object.keys(record).filter((key) => record[key] !== undefined)
    this.#word(TAG.record)
    this.#word(keys.length)
    for (const key of keys.sort()) {
      this.#string(key)
      this.value(record[key])
    }
  }
}
