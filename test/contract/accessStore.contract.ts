import type { AccessStore, StoredInvite, StoredSession } from '#db/accessStore.ts'
import { beforeEach, describe, expect, test } from 'vitest'

export const storedInvite = (id: string, more: Partial<StoredInvite> = {}): StoredInvite => ({
  ...{ id, digest: `digest of ${id}`, role: 'captain', ship: null, usesLeft: 2, expiresAtMs: 1_000 },
  ...more,
})

export const storedSession = (id: string, more: Partial<StoredSession> = {}): StoredSession => ({
  ...{ id, digest: `digest of ${id}`, role: 'medical', ship: 'aurora', name: 'Ann', kind: 'browser', state: 'waiting' },
  ...{ createdAtMs: 1, seenAtMs: 2, expiresAtMs: 3 },
  ...more,
})

/** What every store of access keeps to. `open` gives a fresh one. */
export const accessStoreContract = (open: () => AccessStore): void => {
  let store: AccessStore
  beforeEach(() => {
    store = open()
  })

  describe('invitations', () => {
    test('come back as they were saved, in the order in which they were', () => {
      const both = [storedInvite('b', { ship: 'aurora' }), storedInvite('a')]
      for (const invite of both) store.saveInvite(invite)
      expect(store.invites()).toEqual(both)
    })

    test('one of the same id takes the place of the one before it, and comes last', () => {
      store.saveInvite(storedInvite('a'))
      store.saveInvite(storedInvite('b'))
      store.saveInvite(storedInvite('a', { digest: 'another' }))
      expect(store.invites().map(({ digest }) => digest)).toEqual(['digest of b', 'another'])
      expect(store.takeUse('digest of a', 0)).toBeNull()
    })

    test('[ACC2] a use is taken as long as there is one, and never once more', () => {
      store.saveInvite(storedInvite('a'))
      const taken = [1, 2, 3].map(() => store.takeUse('digest of a', 0)?.usesLeft)
      expect(taken).toEqual([1, 0, undefined])
      expect(store.invites()).toMatchObject([{ usesLeft: 0 }])
    })

    test('[ACC2] none is taken from one that has run out, was removed or never was', () => {
      store.saveInvite(storedInvite('a'))
      expect(store.takeUse('digest of a', 1_000)).toBeNull()
      expect(store.takeUse('digest of a', 999)).toMatchObject({ id: 'a' })
      expect(store.removeInvite('a')).toBe(true)
      expect(store.removeInvite('a')).toBe(false)
      expect(store.takeUse('digest of a', 0)).toBeNull()
    })
  })

  describe('sessions', () => {
    test('are found by their digest, and listed in the order in which they began', () => {
      const both = [storedSession('b', { ship: null, kind: 'program' }), storedSession('a')]
      for (const session of both) store.saveSession(session)
      expect(store.sessions()).toEqual(both)
      expect(store.session('digest of a')).toEqual(both[1])
      expect(store.session('digest of c')).toBeNull()
    })

    test('saved once more, one is admitted, seen and lasts longer, and stays in its place', () => {
      store.saveSession(storedSession('a'))
      store.saveSession(storedSession('b'))
      const later = storedSession('a', { state: 'admitted', seenAtMs: 20, expiresAtMs: 30 })
      store.saveSession(later)
      expect(store.sessions()).toEqual([later, storedSession('b')])
    })

    test('one that was removed is gone', () => {
      store.saveSession(storedSession('a'))
      expect(store.removeSession('a')).toBe(true)
      expect(store.removeSession('a')).toBe(false)
      expect(store.session('digest of a')).toBeNull()
      expect(store.sessions()).toEqual([])
    })
  })
}
