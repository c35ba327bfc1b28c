import type { IncomingHttpHeaders } from 'node:http'
import { isRole, mayReach, ROLES } from '#shared/protocol/rights.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { compiled } from '#shared/schema/compiled.ts'
import { Name } from '#shared/schema/types.ts'
import type { Actor, Role } from '#shared/ship/events.ts'
import type { AccessControl } from '../access/accessControl.ts'
import { problem } from '../problem.ts'

/** Whoever asks: one of the crew, never the ship herself. */
export type Person = Actor & {
  readonly role: Role
  /** The one ship that there is for them; null: all. */
  readonly ship: string | null
  /** Id of their session; null where everybody is let in. */
  readonly session: string | null
}

/** As events and dashboards know them. */
export const actorOf = ({ role, name }: Person): Actor => ({ role, name })

/** Whether there is such a ship for them. What they cannot reach is told as if it were not there. */
export const reaches = ({ ship }: Person, asked: string): boolean => mayReach(ship, asked)

/** By the token that they show. Where access is open none is needed: they are whoever they say they are. */
export const personBy = (
  { mode, sessions }: AccessControl,
  token: string | null,
  said: () => Result<Person, Problem>,
): Result<Person, Problem> => {
  if (mode === 'open') return said()
  const session = token === null ? null : sessions.of(token)
  if (!session) return err(SIGNED_OUT)
  const { id, role, name, ship, state } = session
  return state === 'waiting' ? err(WAITING) : ok({ role, name, ship, session: id })
}

const SIGNED_OUT = problem('SignedOut', 'Only those who were invited are let in, and only as long as they may stay')
const WAITING = problem('WaitingForAdmission', 'An instructor has yet to let you in')

const name = compiled(Name)

/** On this machine anyone may be anyone: whoever says nothing is the instructor, without a name. */
export const readPerson = (role: unknown = 'instructor', named: unknown = ''): Result<Person, Problem> => {
  if (typeof role !== 'string' || !isRole(role))
    return err(problem('UnknownRole', `A role is one of ${ROLES.join(', ')}`, { roles: ROLES }))
  if (named === '') return ok({ role, name: '', ship: null, session: null })
  return name().Check(named)
    ? ok({ role, name: named, ship: null, session: null })
    : err(problem('Malformed', 'A name has 1 to 60 characters on one line'))
}

/** From the headers `bulkhead-role` and `bulkhead-name`; the name percent-encoded where it goes beyond ASCII. */
export const personSaid = (headers: IncomingHttpHeaders): Result<Person, Problem> => {
  const named = headers['bulkhead-name']
  try {
    return readPerson(headers['bulkhead-role'], typeof named === 'string' ? decodeURIComponent(named) : named)
  } catch {
    return err(problem('Malformed', 'The header bulkhead-name is not percent-encoded text'))
  }
}
