import type { AccessStore, StoredInvite, StoredSession } from './accessStore.ts'

/** The twin in memory: everybody is out when the process ends. */
export const memoryAccess = (): AccessStore => {
  const invites = new Map<string, StoredInvite>()
  const sessions = new Map<string, StoredSession>()

  return {
    saveInvite: (invite) => {
      invites.delete(invite.id) // so that it comes last
      invites.set(invite.id, invite)
    },
    invites: () => [...invites.values()],
    takeUse: (digest, nowMs) => {
      const found = [...invites.values()].find((invite) => invite.digest === digest)
      if (!found || found.usesLeft < 1 || found.expiresAtMs <= nowMs) return null
      const taken = { ...found, usesLeft: found.usesLeft - 1 }
      invites.set(found.id, taken)
      return taken
    },
    removeInvite: (id) => invites.delete(id),

    saveSession: (session) => void sessions.set(session.id, session),
    sessions: () => [...sessions.values()],
    session: (digest) => [...sessions.values()].find((session) => session.digest === digest) ?? null,
    removeSession: (id) => sessions.delete(id),

    close: () => undefined,
  }
}
