import { JoinAsk, type OwnSession as Own } from '#shared/protocol/access.ts'
import { iso } from '../clock.ts'
import { type Credential, credentialOf, sessionCookie } from '../receive/credential.ts'
import { reader } from '../receive/reader.ts'
import type { Sender } from '../receive/sender.ts'
import type { Service } from '../service.ts'
import { OwnSession } from './accessShapes.ts'
import { orRefuse } from './problems.ts'
import { problems } from './shapes.ts'
import type { App } from './typed.ts'

const readJoin = reader(JoinAsk, 'a token or a PIN, with a name')

/** Coming in, being in, leaving: for whoever has no session yet. */
export const sessionRoutes = (app: App, { access }: Service): void => {
  const asked = { tags: ['access'] }
  const config = { forEverybody: true } as const

  const own = (token: string | null): Own => {
    if (access.mode === 'open') return { access: 'open' }
    const session = token === null ? null : access.sessions.of(token)
    if (!session) return { access: 'guarded', session: null }
    const { id, role, ship, name, state, expiresAtMs } = session
    return { access: 'guarded', session: { id, role, ship, name, state, expiresAt: iso(expiresAtMs) } }
  }

  app.get(
    '/session',
    { config, schema: { ...asked, summary: 'Who you are here', response: { 200: OwnSession, ...problems } } },
    (request) => own(credentialIn(request)?.token ?? null),
  )

  app.post(
    '/session',
    {
      config,
      schema: {
        ...asked,
        summary: 'Come in by the token of a link, or ask to by a PIN. An earlier session of the same browser ends',
        body: JoinAsk,
        response: { 201: OwnSession, ...problems },
      },
    },
    (request, reply) => {
      const ask = orRefuse(readJoin(request.body))
      const { address, scheme } = request.sender
      const earlier = credentialIn(request)?.token ?? null
      const { token, session } = orRefuse(access.join(ask, { address, earlier }))
      const { id, role, ship, state } = session
      request.log.info({ session: id, role, ship, state, address }, 'Somebody came in')
      reply.status(201).header('set-cookie', sessionCookie(token, scheme))
      return own(token)
    },
  )

  app.delete(
    '/session',
    { config, schema: { ...asked, summary: 'Leave', response: { 200: OwnSession, ...problems } } },
    (request, reply) => {
      const credential = credentialIn(request)
      const session = credential && access.sessions.of(credential.token)
      if (session) access.sessions.end(session.id)
      reply.header('set-cookie', sessionCookie(null, request.sender.scheme))
      return own(null)
    },
  )
}

const credentialIn = ({
  headers,
  sender,
}: {
  headers: Parameters<typeof credentialOf>[0]
  sender: Sender
}): Credential | null => credentialOf(headers, sender.scheme)
