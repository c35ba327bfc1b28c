import type { Session } from '#shared/protocol/access.ts'
import type { Role } from '#shared/ship/events.ts'

/**
 * Who may come in, and who is in. Beside the log and not in it: what ends after a day is no history, and does not belong in
 * backups. Of a token only its SHA-256 is kept. Synchronous: when a call returns, what it wrote survives a power cut.
 * Throws `LogFull` and `LogBroken`, as the log does.
 */
export interface AccessStore {
  /** Puts it in the place of one of the same id. */
  saveInvite(invite: StoredInvite): void
  /** In the order in which they were made. */
  invites(): readonly StoredInvite[]
  /** Takes one use of the invitation that this is the digest of; null if there is none that still works. Never two of the last one. */
  takeUse(digest: string, nowMs: number): StoredInvite | null
  /** False if there was none. */
  removeInvite(id: string): boolean

  saveSession(session: StoredSession): void
  /** In the order in which they began. */
  sessions(): readonly StoredSession[]
  session(digest: string): StoredSession | null
  /** False if there was none. */
  removeSession(id: string): boolean

  close(): void
}

/** Instants are ms since 1970. */
export interface StoredInvite {
  readonly id: string
  /** SHA-256 of its token, hexadecimal. */
  readonly digest: string
  readonly role: Role
  readonly ship: string | null
  readonly usesLeft: number
  readonly expiresAtMs: number
}

export interface StoredSession {
  readonly id: string
  readonly digest: string
  readonly role: Role
  readonly ship: string | null
  readonly name: string
  readonly kind: Session['kind']
  readonly state: Session['state']
  readonly createdAtMs: number
  readonly seenAtMs: number
  readonly expiresAtMs: number
}
