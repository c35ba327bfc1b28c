import type { AccessStore, StoredInvite } from '#db/accessStore.ts'
import type { Invite, InviteAsk, NewInvite } from '#shared/protocol/access.ts'
import type { Pins } from './pins.ts'
import { digestOf, LINK_BYTES, newId, newToken, type Random } from './secrets.ts'
import { iso } from '../clock.ts'

const MINUTE_MS = 60_000

/** Invitations, from their making to their last use. */
export class Invites {
  readonly #store: AccessStore
  readonly #pins: Pins
  readonly #random: Random
  readonly #now: () => number

  constructor(store: AccessStore, pins: Pins, random: Random, now: () => number) {
    this.#store = store
    this.#pins = pins
    this.#random = random
    this.#now = now
  }

  /** One of an id that is given takes the place of the one before it. */
  make({ role, ship, uses, minutes, pin }: InviteAsk, id = newId(this.#random)): NewInvite {
    this.#forgetOld()
    const token = newToken(this.#random, LINK_BYTES)
    const expiresAtMs = this.#now() + minutes * MINUTE_MS
    const invite = { id, digest: digestOf(token), role, ship, usesLeft: uses, expiresAtMs }
    this.#store.saveInvite(invite)
    const digits = pin ? this.#pins.make(id) : null
    return { ...this.#shown(invite), token, pin: digits }
  }

  /** Takes one use by the token of a link; null if there is none to take, whatever the reason. */
  take(token: string): StoredInvite | null {
    const taken = this.#store.takeUse(digestOf(token), this.#now())
    if (taken?.usesLeft === 0) this.withdraw(taken.id)
    return taken
  }

  /** The one whose PIN it is. Nothing is used up: whoever comes by it is looked at by an instructor. */
  byPin(digits: string, address: string): StoredInvite | null {
    const id = this.#pins.guess(digits, address)
    return this.#working().find((invite) => invite.id === id) ?? null
  }

  /** Whether there was one. Its PIN ends with it. */
  withdraw(id: string): boolean {
    this.#pins.drop(id)
    return this.#store.removeInvite(id)
  }

  /** Those that still work. */
  all(): readonly Invite[] {
    return this.#working().map((invite) => this.#shown(invite))
  }

  #working(): readonly StoredInvite[] {
    return this.#store.invites().filter(({ usesLeft, expiresAtMs }) => usesLeft > 0 && expiresAtMs > this.#now())
  }

  #forgetOld(): void {
    for (const { id, expiresAtMs } of this.#store.invites()) if (expiresAtMs <= this.#now()) this.withdraw(id)
  }

  #shown({ id, role, ship, usesLeft, expiresAtMs }: StoredInvite): Invite {
    const pinMs = this.#pins.expiresAtMs(id)
    const pinExpiresAt = pinMs === null ? null : iso(Math.min(pinMs, expiresAtMs))
    return { id, role, ship, usesLeft, expiresAt: iso(expiresAtMs), pinExpiresAt }
  }
}
