import type { AddressInfo } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { StoredSession } from '#db/accessStore.ts'
import { InviteAsk, KeyAsk, type Session as SessionToldOf } from '#shared/protocol/access.ts'
import { mayLetIn, mayReach } from '#shared/protocol/rights.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { whoOf } from '../access/audit.ts'
import { iso } from '../clock.ts'
import { notPermitted, problem, unknownShip } from '../problem.ts'
import type { Person } from '../receive/person.ts'
import { reader } from '../receive/reader.ts'
import type { Service } from '../service.ts'
import { NewInvite, NewKey, Report, Session } from './accessShapes.ts'
import { orRefuse } from './problems.ts'
import { problems } from './shapes.ts'
import type { App } from './typed.ts'

const readInvite = reader(InviteAsk, 'an invitation')
const readKey = reader(KeyAsk, 'a key')

const Params = Type.Object({ id: Type.String({ maxLength: 64 }) })

/** Who may come in and who is in, for instructors: each of the ships that they reach themselves. */
export const accessRoutes =
  ({ access, ships }: Service) =>
  (app: App, _options: object, done: () => void): void => {
    const asked = { tags: ['access'] }

    app.addHook('preHandler', async ({ person }) => {
      orRefuse(mayLetIn(person.role) ? ok(null) : err(notPermitted(person.role, 'anybody to be let in')))
    })

    /** Nobody lets others in where they cannot go. */
    const ownToGive = <Ask extends { readonly ship: string | null }>(
      ask: Ask,
      { role, ship }: Person,
    ): Result<Ask, Problem> => {
      if (ask.ship === null)
        return ship === null ? ok(ask) : err(notPermitted(role, 'anybody to be let in to all ships'))
      return mayReach(ship, ask.ship) && ships.has(ask.ship) ? ok(ask) : err(unknownShip(ask.ship))
    }
    const told = (session: StoredSession): SessionToldOf => {
      const { id, role, ship, name, kind, state, createdAtMs, seenAtMs, expiresAtMs } = session
      const times = { createdAt: iso(createdAtMs), seenAt: iso(seenAtMs), expiresAt: iso(expiresAtMs) }
      return { id, role, ship, name, kind, state, ...times, dashboards: access.sessions.dashboards(id) }
    }
    const sessionFor = (person: Person, id: string): Result<StoredSession, Problem> => {
      const session = access.sessions.find(id)
      return session && mayReach(person.ship, session.ship) ? ok(session) : err(unknownSession(id))
    }

    app.get(
      '/access',
      { schema: { ...asked, summary: 'Who may come in, and who is in', response: { 200: Report, ...problems } } },
      ({ person }) => ({
        access: access.mode,
        addresses: access.addresses((app.server.address() as AddressInfo | null)?.port ?? 0),
        invites: access.invites().filter(({ ship }) => mayReach(person.ship, ship)),
        sessions: access.sessions
          .all()
          .filter(({ ship }) => mayReach(person.ship, ship))
          .map(told),
      }),
    )

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
        return { token, session: told(session) }
      },
    )

    app.post(
      '/access/sessions/:id/admit',
      {
        schema: {
          ...asked,
          summary: 'Let in somebody who came by a PIN',
          params: Params,
          response: { 200: Session, ...problems },
        },
      },
      (request) => {
        const { id } = orRefuse(sessionFor(request.person, request.params.id))
        const admitted = access.admit(id)
        request.log.info({ admitted: id, ...by(request) }, 'Somebody was admitted')
        return told(orRefuse(admitted ? ok(admitted) : err(unknownSession(id))))
      },
    )

    app.delete(
      '/access/sessions/:id',
      {
        schema: {
          ...asked,
          summary: 'End a session, or a key: whoever has it is out at once',
          params: Params,
          response: { 204: Type.Null(), ...problems },
        },
      },
      (request, reply) => {
        const { id } = orRefuse(sessionFor(request.person, request.params.id))
        request.log.info({ ended: id, ...by(request) }, 'Somebody was sent away')
        access.sessions.end(id)
        void reply.status(204).send(null)
      },
    )
    done()
  }

const by = ({ sender, person }: FastifyRequest) => whoOf({ address: sender.address, person })

const unknownSession = (id: string): Problem =>
  problem('UnknownSession', 'There is nobody in under that session, or not any more', { session: id })
