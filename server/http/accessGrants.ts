import { Type } from 'typebox'
import { InviteAsk, KeyAsk } from '#shared/protocol/access.ts'
import { mayReach } from '#shared/protocol/rights.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { notPermitted, unknownShip } from '../problem.ts'
import type { Person } from '../receive/person.ts'
import { reader } from '../receive/reader.ts'
import type { Service } from '../service.ts'
import { asked, by, Params, sessionTold } from './accessParts.ts'
import { NewInvite, NewKey } from './accessShapes.ts'
import { orRefuse } from './problems.ts'
import { problems } from './shapes.ts'
import type { App } from './typed.ts'

const readInvite = reader(InviteAsk, 'an invitation')
const readKey = reader(KeyAsk, 'a key')

/** What lets people and programs in: invitations and keys. */
export const grantRoutes = (app: App, { access, ships }: Service): void => {
  /** Nobody lets others in where they cannot go. */
  const ownToGive = <Ask extends { readonly ship: string | null }>(
    ask: Ask,
    { role, ship }: Person,
  ): Result<Ask, Problem> => {
    if (ask.ship === null) return ship === null ? ok(ask) : err(notPermitted(role, 'anybody to be let in to all ships'))
    return mayReach(ship, ask.ship) && ships.has(ask.ship) ? ok(ask) : err(unknownShip(ask.ship))
  }

  app.post(
    '/access/invites',
    {
      schema: {
        ...asked,
        summary: 'Invite somebody: a link, and if asked for a PIN. Neither can be read again',
        body: InviteAsk,
        response: { 201: NewInvite, ...problems },
      },
    },
    (request, reply) => {
      const ask = orRefuse(ownToGive(orRefuse(readInvite(request.body)), request.person))
      reply.status(201)
      const invite = access.invite(ask)
      request.log.info({ invite: invite.id, for: ask, ...by(request) }, 'Somebody was invited')
      return invite
    },
  )

  app.delete(
    '/access/invites/:id',
    {
      schema: {
        ...asked,
        summary: 'Withdraw an invitation; once more does no harm',
        params: Params,
        response: { 204: Type.Null(), ...problems },
      },
    },
    ({ params, person }, reply) => {
      const invite = access.invites().find(({ id }) => id === params.id)
      if (invite && mayReach(person.ship, invite.ship)) access.withdraw(invite)
      void reply.status(204).send(null)
    },
  )

  app.post(
    '/access/keys',
    {
      schema: {
        ...asked,
        summary: 'Make a key for a program. It cannot be read again',
        body: KeyAsk,
        response: { 201: NewKey, ...problems },
      },
    },
    (request, reply) => {
      const ask = orRefuse(ownToGive(orRefuse(readKey(request.body)), request.person))
      const { token, session } = access.issueKey(ask)
      request.log.info({ key: session.id, ...by(request) }, 'A key was made')
      reply.status(201)
      return { token, session: sessionTold(session, access) }
    },
  )
}
