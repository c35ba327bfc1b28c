/**
 * Dice that fall the same way everywhere. Every throw belongs to a purpose and a number ("hit" 3), not to a running
 * stream: what hit 3 does is the same whatever the crews did before it, so two runs of one attack can be compared.
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand); seeding: xmur3-style string hash. Both are integer arithmetic only.
 */
export interface Dice {
  /** 0 ≤ x < 1, in steps of 2⁻³². */
  unit(): number
  between(low: number, high: number): number
  /** A whole number, both ends included. */
  whole(low: number, high: number): number
  chance(probability: number): boolean
  pick<Item>(items: readonly Item[]): Item
}

const hashOf = (text: string): (() => number) => {
  let h = 1779033703 ^ text.length
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507)
    h = Math.imul(h ^ (h >>> 13), 3266489909)
    return (h ^= h >>> 16) >>> 0
  }
}

const sfc32 = (next: () => number): (() => number) => {
  let [a, b, c, d] = [next(), next(), next(), next()]
  return () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return (t >>> 0) / 4294967296
  }
}

export const diceFor = (seed: number, purpose: string, number: number): Dice => {
  const unit = sfc32(hashOf(`${seed}/${purpose}/${number}`))
  return {
    unit,
    between: (low, high) => low + (high - low) * unit(),
    whole: (low, high) => low + Math.floor(unit() * (high - low + 1)),
    chance: (probability) => unit() < probability,
    pick: <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(unit() * items.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
  }
}
