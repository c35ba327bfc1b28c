import type { AddressInfo } from 'node:net'
import { Type } from 'typebox'
import type { StoredSession } from '#db/accessStore.ts'
import { mayLetIn, mayReach } from '#shared/protocol/rights.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { notPermitted, problem } from '../problem.ts'
import type { Person } from '../receive/person.ts'
import type { Service } from '../service.ts'
import { grantRoutes } from './accessGrants.ts'
import { asked, by, Params, sessionTold } from './accessParts.ts'
import { Report, Session } from './accessShapes.ts'
import { orRefuse } from './problems.ts'
import { problems } from './shapes.ts'
import type { App } from './typed.ts'

/** Who may come in and who is in, for instructors: each of the ships that they reach themselves. */
export const accessRoutes =
  (service: Service) =>
  (app: App, _options: object, done: () => void): void => {
    const { access } = service

    app.addHook('preHandler', async ({ person }) => {
      orRefuse(mayLetIn(person.role) ? ok(null) : err(notPermitted(person.role, 'anybody to be let in')))
    })

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
          .map((session) => sessionTold(session, access)),
      }),
    )

    grantRoutes(app, service)

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
        return sessionTold(orRefuse(admitted ? ok(admitted) : err(unknownSession(id))), access)
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

const unknownSession = (id: string): Problem =>
  problem('UnknownSession', 'There is nobody in under that session, or not any more', { session: id })
