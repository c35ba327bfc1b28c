import type { IncomingHttpHeaders } from 'node:http'
import { Compile } from 'typebox/compile'
import { isRole, ROLES } from '#shared/protocol/rights.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { Name } from '#shared/schema/types.ts'
import type { Actor, Role } from '#shared/ship/events.ts'
import { problem } from '../problem.ts'

/** Whoever asks: one of the crew, never the ship herself. */
export type Person = Actor & { readonly role: Role }

const name = Compile(Name)

/** On this machine anyone may be anyone: whoever says nothing is the instructor, without a name. */
export const readPerson = (role: unknown = 'instructor', named: unknown = ''): Result<Person, Problem> => {
  if (typeof role !== 'string' || !isRole(role))
    return err(problem('UnknownRole', `A role is one of ${ROLES.join(', ')}`, { roles: ROLES }))
  if (named === '') return ok({ role, name: '' })
  return name.Check(named)
    ? ok({ role, name: named })
    : err(problem('Malformed', 'A name has 1 to 60 characters on one line'))
}

/** From the headers `bulkhead-role` and `bulkhead-name`; the name percent-encoded where it goes beyond ASCII. */
export const personOf = (headers: IncomingHttpHeaders): Result<Person, Problem> => {
  const named = headers['bulkhead-name']
  try {
    return readPerson(headers['bulkhead-role'], typeof named === 'string' ? decodeURIComponent(named) : named)
  } catch {
    return err(problem('Malformed', 'The header bulkhead-name is not percent-encoded text'))
  }
}
