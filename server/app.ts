import compress from '@fastify/compress'
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import fastify, { LogController } from 'fastify'
import { constants } from 'node:zlib'
import { accessRoutes } from './http/access.ts'
import { commandRoutes } from './http/commands.ts'
import { describeApi, openApiRoute } from './http/describe.ts'
import { eventRoutes } from './http/events.ts'
import { healthRoutes } from './http/health.ts'
import { importRoute, incidentRoutes } from './http/incidents.ts'
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
import { createService, type Parts, type Service } from './service.ts'
import { attachSockets } from './sockets/attach.ts'

const BODY_BYTES_MAX = 64 * 1024
const REQUEST_MS_MAX = 15_000
const HEADERS_MS_MAX = 10_000
/** Node looks for requests that take too long every 30 s, if left to itself. */
const LOOK_FOR_LATE_EVERY_MS = 1_000
/** A connection over which nothing has gone for so long, as of a client that does not read its answer. Invented. */
const IDLE_MS_MAX = 60_000
/** The best that brotli can do takes a hundred times as long, for a tenth less. */
const BROTLI_QUALITY = 4

export interface Bulkhead {
  readonly app: App
  readonly service: Service
}

/** The server, ready to listen: the ships of the log are in memory, and their time runs. `screens`: the built pages. */
export const createApp = async (parts: Parts & { readonly screens: string | null }): Promise<Bulkhead> => {
  const service = createService(parts)
  const app = fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_MS_MAX,
    connectionTimeout: IDLE_MS_MAX,
    http: { headersTimeout: HEADERS_MS_MAX, connectionsCheckingInterval: LOOK_FOR_LATE_EVERY_MS },
    forceCloseConnections: 'idle',
  }).withTypeProvider<TypeBoxTypeProvider>()

  app.setValidatorCompiler((part) => (part.httpPart === 'body' ? takeAsIs : TypeBoxValidatorCompiler(part)))
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
  answerInProblems(app)
  await secure(app, service)
  await app.register(compress, { brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } } })
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
