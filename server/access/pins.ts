import { newPin, type Random } from './secrets.ts'

const MINUTE_MS = 60_000
const WORKS_MS = 10 * MINUTE_MS
const LOOKS_AN_ADDRESS = 5
const LOOKS_IN_ALL = 30
const WRONG_MOST = 30

interface Pin {
  readonly invite: string
  readonly expiresAtMs: number
  wrong: number
}

/**
 * PINs, each of an invitation. Only in memory: six digits can be found from any hash of them within a second, so none is
 * written down, and a restart ends them. With at most 30 wrong guesses a PIN is hit by chance 3 times in 100,000.
 */
export class Pins {
  readonly #random: Random
  readonly #now: () => number
  readonly #pins = new Map<string, Pin>()
  /** The guesses of the last minute that were looked at: never more than 30. */
  #looks: { readonly address: string; readonly atMs: number }[] = []

  constructor(random: Random, now: () => number) {
    this.#random = random
    this.#now = now
  }

  /** Six digits that no other invitation has now. */
  make(invite: string): string {
    this.#forgetOld()
    let digits = newPin(this.#random)
    while (this.#pins.has(digits)) digits = newPin(this.#random)
    this.#pins.set(digits, { invite, expiresAtMs: this.#now() + WORKS_MS, wrong: 0 })
    return digits
  }

  /** The invitation that it is of. Null if it is wrong, or if it was not looked at: whoever guesses is not to know which. */
  guess(digits: string, address: string): string | null {
    this.#forgetOld()
    const now = this.#now()
    this.#looks = this.#looks.filter(({ atMs }) => atMs > now - MINUTE_MS)
    const looks = this.#looks.filter((look) => look.address === address)
    if (this.#looks.length >= LOOKS_IN_ALL || looks.length >= LOOKS_AN_ADDRESS) return null
    this.#looks.push({ address, atMs: now })
    const found = this.#pins.get(digits)
    if (!found) this.#wrong()
    return found?.invite ?? null
  }

  /** When it ends, ms since 1970; null without one. */
  expiresAtMs(invite: string): number | null {
    this.#forgetOld()
    return [...this.#pins.values()].find((pin) => pin.invite === invite)?.expiresAtMs ?? null
  }

  drop(invite: string): void {
    for (const [digits, pin] of this.#pins) if (pin.invite === invite) this.#pins.delete(digits)
  }

  /** A wrong guess was one at each of them. */
  #wrong(): void {
    for (const [digits, pin] of this.#pins) {
      pin.wrong += 1
      if (pin.wrong >= WRONG_MOST) this.#pins.delete(digits)
    }
  }

  #forgetOld(): void {
    for (const [digits, { expiresAtMs }] of this.#pins) if (expiresAtMs <= this.#now()) this.#pins.delete(digits)
  }
}
