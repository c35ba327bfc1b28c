import { describe, expect, test } from 'vitest'
import { exp, ln, power } from '#shared/detmath.ts'
import { diceFor } from '#shared/dice.ts'

const relative = (got: number, wanted: number): number => Math.abs(got / wanted - 1)

describe('maths that is equal in every engine', () => {
  test('[TIM4] exp is right to the fifteenth digit over its whole range', () => {
    // The engine's own function is the measure here; the core may not use it because its last bits differ.
    for (let x = -699.9; x < 700; x += 0.37) expect(relative(exp(x), Math.exp(x))).toBeLessThan(3e-15)
    expect([exp(0), exp(-701)]).toEqual([1, 0])
    expect(exp(1)).toBeCloseTo(2.718281828459045, 14)
    expect(() => exp(701)).toThrow(RangeError)
  })

  test('[TIM4] ln is right to the fifteenth digit, and undefined from 0 down', () => {
    for (let x = 1e-12; x < 1e12; x *= 1.7)
      expect(Math.abs(ln(x) - Math.log(x))).toBeLessThan(3e-15 * Math.max(1, Math.abs(Math.log(x))))
    expect(ln(1)).toBe(0)
    for (const x of [0, -1, Number.NaN]) expect(() => ln(x)).toThrow(RangeError)
  })

  test('[TIM4] powers are right to the fourteenth digit; of nothing, nothing', () => {
    for (const p of [0.5, 2 / 3, 3])
      for (let x = 1e-6; x < 1e6; x *= 1.7) expect(relative(power(x, p), x ** p)).toBeLessThan(1e-14)
    expect(power(0, 0.5)).toBe(0)
  })
})

describe('dice', () => {
  const throws = (count: number, seed = 1, purpose = 'hit', number = 1): readonly number[] => {
    const dice = diceFor(seed, purpose, number)
    return Array.from({ length: count }, () => dice.unit())
  }

  test('[TIM4] the same seed, purpose and number fall the same way; any other, another', () => {
    expect(throws(20)).toEqual(throws(20))
    const others = [throws(20, 2), throws(20, 1, 'casualty'), throws(20, 1, 'hit', 2)]
    for (const other of others) expect(other).not.toEqual(throws(20))
  })

  test('fall evenly', () => {
    // 10,000 throws into ten boxes: 1000 each, ± 4 · 30.
    const boxes = Array.from({ length: 10 }, () => 0)
    for (const x of throws(10_000)) boxes[Math.floor(x * 10)] = (boxes[Math.floor(x * 10)] ?? 0) + 1
    for (const box of boxes) {
      expect(box).toBeGreaterThan(880)
      expect(box).toBeLessThan(1120)
    }
  })

  test('neighbouring numbers have nothing in common', () => {
    // The mean of the first throw over 1000 hits: 0.5 ± 4 · 0.0091.
    const firsts = Array.from({ length: 1000 }, (_one, n) => throws(1, 1, 'hit', n)[0] ?? 0)
    expect(Math.abs(firsts.reduce((sum, x) => sum + x, 0) / 1000 - 0.5)).toBeLessThan(0.037)
  })

  test('keep within what was asked, both ends included where they are', () => {
    const dice = diceFor(3, 'test', 0)
    const whole = Array.from({ length: 500 }, () => dice.whole(2, 4))
    expect(new Set(whole)).toEqual(new Set([2, 3, 4]))
    for (let i = 0; i < 500; i++) {
      const x = dice.between(-1, 2)
      expect(x >= -1 && x < 2).toBe(true)
    }
    expect([dice.chance(0), dice.chance(1)]).toEqual([false, true])
    expect(['a', 'b']).toContain(dice.pick(['a', 'b']))
    expect(() => dice.pick([])).toThrow(RangeError)
  })
})
