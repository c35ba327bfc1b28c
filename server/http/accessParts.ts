import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { StoredSession } from '#db/accessStore.ts'
import type { Session } from '#shared/protocol/access.ts'
import type { AccessControl } from '../access/accessControl.ts'
import { whoOf } from '../access/audit.ts'
import { iso } from '../clock.ts'

/** What the routes about access have in common. */
export const asked = { tags: ['access'] }

export const Params = Type.Object({ id: Type.String({ maxLength: 64 }) })

/** Who did it, for the line of the log that says so. */
export const by = ({ sender, person }: FastifyRequest) => whoOf({ address: sender.address, person })

/** A session as it is told: without its digest, and with the dashboards that it has open. */
export const sessionTold = (session: StoredSession, { sessions }: AccessControl): Session => {
  const { id, role, ship, name, kind, state, createdAtMs, seenAtMs, expiresAtMs } = session
  const times = { createdAt: iso(createdAtMs), seenAt: iso(seenAtMs), expiresAt: iso(expiresAtMs) }
  return { id, role, ship, name, kind, state, ...times, dashboards: sessions.dashboards(id) }
}
