import type { AccessStore, StoredSession } from '#db/accessStore.ts'
import { LogFull } from '#db/errors.ts'
import type { Cancel, Clock } from '../clock.ts'
import { digestOf, newId, newToken, type Random, SESSION_BYTES } from './secrets.ts'

const HOUR_MS = 3_600_000
const UNUSED_MS_MAX = 12 * HOUR_MS
export const BROWSER_MS_MAX = 24 * HOUR_MS
/** Invented: who waits longer has gone away. */
export const WAITING_MS_MAX = 600_000
/** Invented: each time it is written down costs a sync. */
const SEEN_EVERY_MS = 60_000
/** Invented: how closely the end of a session that nobody asks with is kept. */
const LOOK_MS_LEAST = 1_000

export type NewSession = Pick<StoredSession, 'role' | 'ship' | 'name' | 'kind' | 'state'> & { readonly lastsMs: number }

/** A session, and the token that is told to its holder and to nobody ever again. */
export interface Begun {
  readonly token: string
  readonly session: StoredSession
}

/** Who is in, or waits to be admitted. */
export class Sessions {
  readonly #store: AccessStore
  readonly #random: Random
  readonly #clock: Clock
  readonly #now: () => number
  readonly #ended: (session: StoredSession) => void
  #cancel: Cancel = () => undefined
  /** Dashboards that a session has open; sockets know. */
  dashboards: (id: string) => number = () => 0

  constructor(
    store: AccessStore,
    random: Random,
    clock: Clock,
    now: () => number,
    ended: (session: StoredSession) => void,
  ) {
    this.#store = store
    this.#random = random
    this.#clock = clock
    this.#now = now
    this.#ended = ended
    this.#arm()
  }

  begin({ lastsMs, ...who }: NewSession): Begun {
    const token = newToken(this.#random, SESSION_BYTES)
    const now = this.#now()
    const times = { createdAtMs: now, seenAtMs: now, expiresAtMs: now + lastsMs }
    const session = { id: newId(this.#random), digest: digestOf(token), ...who, ...times }
    this.#store.saveSession(session)
    this.#arm()
    return { token, session }
  }

  /** Whose token it is, seen just now; null: nobody's, or no longer. */
  of(token: string): StoredSession | null {
    const session = this.#store.session(digestOf(token))
    if (!session) return null
    if (endsAtMs(session) > this.#now()) return this.#see(session)
    this.end(session.id)
    return null
  }

  find(id: string): StoredSession | null {
    return this.all().find((session) => session.id === id) ?? null
  }

  all(): readonly StoredSession[] {
    return this.#store.sessions().filter((session) => endsAtMs(session) > this.#now())
  }

  /** Null if there is none of that id. Whoever is in already stays so. */
  admit(id: string): StoredSession | null {
    const waiting = this.find(id)
    if (waiting?.state !== 'waiting') return waiting
    const now = this.#now()
    const admitted: StoredSession = { ...waiting, state: 'admitted', seenAtMs: now, expiresAtMs: now + BROWSER_MS_MAX }
    this.#store.saveSession(admitted)
    this.#arm()
    return admitted
  }

  /** Whether there was one. */
  end(id: string): boolean {
    const session = this.#store.sessions().find((one) => one.id === id)
    if (!session || !this.#store.removeSession(id)) return false
    this.#ended(session)
    this.#arm() // nobody has to be woken for it any more
    return true
  }

  stop(): void {
    this.#cancel()
  }

  #see(session: StoredSession): StoredSession {
    const now = this.#now()
    if (now - session.seenAtMs < SEEN_EVERY_MS) return session
    const seen = { ...session, seenAtMs: now }
    try {
      this.#store.saveSession(seen)
    } catch (error) {
      if (!(error instanceof LogFull)) throw error // a full disk throws nobody out
    }
    return seen
  }

  /** Wakes when the next one ends, if it is not used before. */
  #arm(): void {
    this.#cancel()
    const next = Math.min(...this.#store.sessions().map(endsAtMs))
    if (next === Infinity) return
    this.#cancel = this.#clock.after(Math.max(LOOK_MS_LEAST, next - this.#now()), () => this.#endOld())
  }

  /** A dashboard that is open uses its session. */
  #endOld(): void {
    for (const session of this.#store.sessions()) {
      const used = this.dashboards(session.id) > 0 ? this.#see(session) : session
      if (endsAtMs(used) <= this.#now()) this.end(session.id)
    }
    this.#arm()
  }
}

/** When it ends if it is not used any more, ms since 1970. */
const endsAtMs = ({ kind, seenAtMs, expiresAtMs }: StoredSession): number =>
  kind === 'program' ? expiresAtMs : Math.min(expiresAtMs, seenAtMs + UNUSED_MS_MAX)
