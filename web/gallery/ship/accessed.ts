import type { AccessReport, Invite, NewInvite, Session } from '#shared/protocol/access.ts'
import type { NewKey } from '../../src/access/accessDesk.svelte.ts'

/** Invented: when it is at the desk, and who is in. */
export const ACCESS_AT = Date.parse('2026-11-23T10:00:00Z')
const after = (minutes: number) => new Date(ACCESS_AT + minutes * 60_000).toISOString()

const person = (id: string, name: string, more: Partial<Session> = {}): Session => ({
  ...{ id, name, role: 'operations', ship: null, kind: 'browser', state: 'admitted', dashboards: 1 },
  ...{ createdAt: after(-30), seenAt: after(0), expiresAt: after(690) },
  ...more,
})

const invite: Invite = {
  ...{ id: 'i1', role: 'operations', ship: null, usesLeft: 4 },
  ...{ expiresAt: after(55), pinExpiresAt: after(9.5) },
}

export const NEW_INVITE: NewInvite = { ...invite, token: 'Zk9vB2qTnX4mR7sYp1cLwA', pin: '407316' }

export const NEW_KEY: NewKey = {
  token: 'nP0fWq8ZrT2uYxV6cB1mK4sLdHgJ7aE9oI3tRwQzXy0',
  session: person('k2', 'Bridge lights', { kind: 'program', role: 'observer', dashboards: 0 }),
}

export const EMPTY_HOUSE: AccessReport = {
  access: 'guarded',
  addresses: ['http://192.168.1.5:1701', 'http://10.0.0.7:1701'],
  invites: [],
  sessions: [person('own', 'A. Newcomer', { role: 'instructor' })],
}

export const BUSY_HOUSE: AccessReport = {
  ...EMPTY_HOUSE,
  invites: [invite, { ...invite, id: 'i2', role: 'observer', usesLeft: 1, pinExpiresAt: null }],
  sessions: [
    ...EMPTY_HOUSE.sessions,
    person('w1', 'Renée O’Neill-Wolfeschlegelstein', { state: 'waiting', dashboards: 0 }),
    person('p1', 'Bao', { dashboards: 2 }),
    person('p2', '<b>Bobby</b> "; DROP TABLE crews; --', { role: 'medical', dashboards: 0, seenAt: after(-12) }),
    person('k1', 'Door display', { kind: 'program', role: 'observer', dashboards: 0, seenAt: after(-1) }),
  ],
}
