import type { FastifyBaseLogger } from 'fastify'
import type { Problem } from '#shared/protocol/sockets.ts'
import type { Person } from '../receive/person.ts'

const DENIALS: ReadonlySet<string> = new Set([
  ...['SignedOut', 'WaitingForAdmission', 'InviteUnusable', 'NotPermitted', 'HostNotAllowed', 'OriginNotAllowed'],
])
/** What is told like this to whoever came in for one ship may well be there. */
const NOT_THERE: ReadonlySet<string> = new Set(['UnknownShip', 'UnknownIncident', 'UnknownSession'])

/** Whoever asked, as far as it is known. */
interface Asker {
  readonly address: string
  readonly person?: Person | undefined
}

/** Who, for a line of the server's log: no name, no token, nothing that was sent. */
export const whoOf = ({ address, person }: Asker) => ({ session: person?.session, role: person?.role, address })

/** Tells the operator of a denial; other refusals are everyday matters. */
export const logDenial = (logger: FastifyBaseLogger, asker: Asker, { code }: Problem): void => {
  const isDenied = DENIALS.has(code) || (NOT_THERE.has(code) && (asker.person?.ship ?? null) !== null)
  if (isDenied) logger.warn({ code, ...whoOf(asker) }, 'Denied')
}
