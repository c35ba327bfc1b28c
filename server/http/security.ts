import helmet from '@fastify/helmet'
import { addressOf } from '../receive/address.ts'
import { guard } from '../receive/guard.ts'
import { type Person, personOf } from '../receive/person.ts'
import type { Service } from '../service.ts'
import { orRefuse } from './problems.ts'
import type { App } from './typed.ts'

declare module 'fastify' {
  interface FastifyRequest {
    person: Person
  }
}

const SELF = ["'self'"]

/**
 * Who is asking, and from where. The pages use what this server serves and nothing else. Over plain http neither HSTS
 * nor an upgrade to https: browsers would then find nothing at all.
 */
export const secure = async (app: App, { limits }: Service): Promise<void> => {
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
        connectSrc: [...SELF, ({ headers }) => `ws://${headers.host}`],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
  })

  app.decorateRequest('person')
  app.addHook('onRequest', async (request) => {
    orRefuse(guard(request.raw))
    orRefuse(limits.ask(addressOf(request.raw)))
    request.person = orRefuse(personOf(request.headers))
  })
}
