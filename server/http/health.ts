import { Type } from 'typebox'
import type { Service } from '../service.ts'
import type { App } from './typed.ts'

const Health = Type.Object({ ok: Type.Boolean() })
const Readiness = Type.Object({
  ready: Type.Boolean(),
  reasons: Type.Array(Type.String()),
  quarantined: Type.Array(Type.String(), { description: 'ships that can be read, and not be run' }),
})

/** For whoever watches the process: alive, ready for orders, and in figures. */
export const healthRoutes = (app: App, service: Service): void => {
  const schema = { tags: ['operation'] }

  app.get('/healthz', { schema: { ...schema, summary: 'The process answers', response: { 200: Health } } }, () => ({
    ok: true,
  }))

  app.get(
    '/readyz',
    {
      schema: {
        ...schema,
        summary: 'Orders can be taken: the log is writable and the server is not stopping',
        response: { 200: Readiness, 503: Readiness },
      },
    },
    (_request, reply) => {
      const reasons = notReady(service)
      const ready = reasons.length === 0
      reply.status(ready ? 200 : 503)
      return { ready, reasons, quarantined: service.ships.quarantined().map(({ id }) => id) }
    },
  )

  app.get(
    '/metrics',
    { schema: { ...schema, summary: 'Figures for Prometheus', response: { 200: Type.String() } } },
    async (_request, reply) => {
      const { registry } = service.metrics
      return reply.type(registry.contentType).send(await registry.metrics())
    },
  )
}

const notReady = (service: Service): string[] => {
  if (service.closed()) return ['the server is stopping']
  if (!service.log.writable()) return ['the log cannot be written']
  if (service.limits.overload.level > 0) return ['there is too much to do']
  const { ships } = service
  const noneRuns = ships.quarantined().length > 0 && [...ships.all()].length === 0
  return noneRuns ? ['every ship is in quarantine'] : []
}
