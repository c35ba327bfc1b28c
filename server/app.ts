import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import compress from '@fastify/compress'
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import fastify, { LogController } from 'fastify'
import { accessRoutes } from './http/access.ts'
import { commandRoutes } from './http/commands.ts'
import { ANSWERS } from './http/compression.ts'
import { describeApi, openApiRoute } from './http/describe.ts'
import { eventRoutes } from './http/events.ts'
import { healthRoutes } from './http/health.ts'
import { importRoute, incidentRoutes } from './http/incidents.ts'
import { listenerFor } from './http/listener.ts'
import { answerInProblems } from './http/problems.ts'
import { reviewRoutes } from './http/reviews.ts'
import { scenarioRoutes } from './http/scenarios.ts'
import { keepToShip } from './http/scope.ts'
import { serveScreens } from './http/screens.ts'
import { secure } from './http/security.ts'
import { sessionRoutes } from './http/session.ts'
import { shipRoutes } from './http/ships.ts'
import type { App } from './http/typed.ts'
import { viewRoutes } from './http/views.ts'
import type { Parts } from './parts.ts'
import { createService, type Service } from './service.ts'
import { attachSockets } from './sockets/attach.ts'
import type { Tls } from './tls.ts'

const BODY_BYTES_MAX = 64 * 1024

export interface Bulkhead {
  readonly app: App
  readonly service: Service
}

interface Around {
  /** The built pages. */
  readonly screens: string | null
  /** Null, or nothing said: plain http. */
  readonly tls?: Tls | null
}

/** The server, ready to listen: the ships of the log are in memory, and their time runs. */
export const createApp = async (parts: Parts & Around): Promise<Bulkhead> => {
  const service = createService(parts)
  const app = fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES_MAX,
    serverFactory: listenerFor(parts.tls ?? null),
    forceCloseConnections: 'idle',
  }).withTypeProvider<TypeBoxTypeProvider>()

  app.setValidatorCompiler((part) => (part.httpPart === 'body' ? takeAsIs : TypeBoxValidatorCompiler(part)))
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
  app.removeContentTypeParser('text/plain') // which a form elsewhere could send without asking
  answerInProblems(app, parts.screens && readFileSync(join(parts.screens, 'index.html'), 'utf8'))
  await secure(app, service)
  await app.register(compress, ANSWERS)
  await describeApi(app)
  await app.register(api(service), { prefix: '/api/v1' })
  healthRoutes(app, service)
  if (parts.screens) await app.register(serveScreens(parts.screens))
  attachSockets(app, service)
  return { app, service }
}

/** Bodies are read by `receive/`, for sockets and HTTP alike; their schemas here only describe them. */
const takeAsIs = (value: unknown) => ({ value })

const api = (service: Service) => (app: App, _options: object, done: () => void) => {
  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))
  keepToShip(app, service)
  sessionRoutes(app, service)
  app.register(accessRoutes(service))
  shipRoutes(app, service)
  commandRoutes(app, service)
  eventRoutes(app, service)
  viewRoutes(app, service)
  scenarioRoutes(app, service)
  incidentRoutes(app, service)
  reviewRoutes(app, service)
  app.register(importRoute(service))
  openApiRoute(app)
  done()
}
