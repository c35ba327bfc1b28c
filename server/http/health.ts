import { Type } from 'typebox'
import { mayLetIn } from '#shared/protocol/rights.ts'
import { err, ok } from '#shared/result.ts'
import { notPermitted } from '../problem.ts'
import type { Person } from '../receive/person.ts'
import type { Service } from '../service.ts'
import { orRefuse } from './problems.ts'
import type { App } from './typed.ts'

const Health = Type.Object({ ok: Type.Boolean() })
const Readiness = Type.Object({
  ready: Type.Boolean(),
  reasons: Type.Array(Type.String()),
  warnings: Type.Array(Type.String(), { description: 'what should be seen to, though orders can be taken' }),
  quarantined: Type.Optional(
    Type.Array(Type.String(), {
      description: 'ships that can be read, and not be run; not told where access is guarded',
    }),
  ),
})

/** For whoever watches the process: alive, ready for orders, and in figures. */
export const healthRoutes = (app: App, service: Service): void => {
  const schema = { tags: ['operation'] }
  const config = { forEverybody: true } as const

  app.get(
    '/healthz',
    { config, schema: { ...schema, summary: 'The process answers', response: { 200: Health } } },
    () => ({
      ok: true,
    }),
  )

  app.get(
    '/readyz',
    {
      config,
      schema: {
        ...schema,
        summary: 'Orders can be taken: the log is writable and the server is not stopping',
        response: { 200: Readiness, 503: Readiness },
      },
    },
    async (_request, reply) => {
      const reasons = await notReady(service)
      const ready = reasons.length === 0
      reply.status(ready ? 200 : 503)
      const quarantined = service.ships.quarantined().map(({ id }) => id)
      const answer = { ready, reasons, warnings: warningsOf(service) }
      return service.access.mode === 'open' ? { ...answer, quarantined } : answer
    },
  )

  app.get(
    '/metrics',
    { schema: { ...schema, summary: 'Figures for Prometheus', response: { 200: Type.String() } } },
    async ({ person }, reply) => {
      orRefuse(
        mayMeasure(person, service) ? ok(null) : err(notPermitted(person.role, 'the figures of the whole server')),
      )
      const { registry } = service.metrics
      return reply.type(registry.contentType).send(await registry.metrics())
    },
  )
}

/** They speak of every ship: an instructor of all of them may read them, and a program that was given a key for all. */
const mayMeasure = ({ role, ship, session }: Person, { access }: Service): boolean => {
  if (access.mode === 'open') return true
  const isProgram = session !== null && access.sessions.find(session)?.kind === 'program'
  return ship === null && (mayLetIn(role) || isProgram)
}

const warningsOf = ({ backups, space }: Service): string[] => [
  ...(space.isLow ? ['little room is left on the disk'] : []),
  ...(backups?.warning ? [backups.warning] : []),
]

const notReady = async (service: Service): Promise<string[]> => {
  if (service.closed()) return ['the server is stopping']
  if (service.space.full) return ['the disk is full: the log can only be read']
  if (!(await service.space.isWritable())) return ['the log cannot be written']
  if (service.limits.overload.level > 0) return ['there is too much to do']
  const { ships } = service
  const noneRuns = ships.quarantined().length > 0 && [...ships.all()].length === 0
  return noneRuns ? ['every ship is in quarantine'] : []
}
