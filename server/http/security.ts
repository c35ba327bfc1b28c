import helmet from '@fastify/helmet'
import { credentialOf } from '../receive/credential.ts'
import { type Person, personBy, personSaid } from '../receive/person.ts'
import type { Sender } from '../receive/sender.ts'
import type { Service } from '../service.ts'
import { orRefuse } from './problems.ts'
import type { App } from './typed.ts'

declare module 'fastify' {
  interface FastifyRequest {
    sender: Sender
    /** Not known before they have shown who they are, and not of a route that is for everybody. */
    person: Person
  }
  interface FastifyContextConfig {
    /** Answered without a session where access is guarded: the page itself, and what it takes to get in. */
    forEverybody?: true
  }
}

const SELF = ["'self'"]
const HALF_A_YEAR_S = 15_552_000

/**
 * Who is asking, and from where. The pages use what this server serves and nothing else. Over plain http neither HSTS
 * nor an upgrade to https: browsers would then find nothing at all.
 */
export const secure = async (app: App, { access, guard, senderOf, limits }: Service): Promise<void> => {
  app.decorateRequest('sender')
  app.decorateRequest('person')
  app.addHook('onRequest', async (request, reply) => {
    request.sender = senderOf(request.raw)
    if (request.sender.scheme === 'https') reply.header('strict-transport-security', `max-age=${HALF_A_YEAR_S}`)
  })

  await app.register(helmet, {
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: SELF,
        styleSrc: SELF,
        imgSrc: [...SELF, 'data:'],
        fontSrc: SELF,
        // A name that is not ours is refused below, and may hold anything: it is no part of a header.
        connectSrc: [(request) => (guard(request).ok ? `'self' ${socketsOf(senderOf(request))}` : "'self'")],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['svelte-trusted-html'], // by which Svelte makes its own templates, and nobody else anything
      },
    },
  })

  app.addHook('onRequest', async (request) => {
    const { raw, sender, headers, routeOptions } = request
    orRefuse(guard(raw))
    orRefuse(limits.ask(sender.address))
    if (routeOptions.config.forEverybody) return
    const token = credentialOf(headers, sender.scheme)?.token ?? null
    request.person = orRefuse(personBy(access, token, () => personSaid(headers)))
  })
}

const socketsOf = ({ scheme, host }: Sender): string => `${scheme === 'https' ? 'wss' : 'ws'}://${host}`
