import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '#shared/protocol/sockets.ts'
import type { Result } from '#shared/result.ts'
import { logDenial } from '../access/audit.ts'
import { problem, statusOf } from '../problem.ts'
import type { App } from './typed.ts'

/** A refusal on its way out of a route; inside the server refusals are values. */
class Refused extends Error {
  readonly problem: Problem

  constructor(refused: Problem) {
    super(refused.detail)
    this.problem = refused
  }
}

/** What a route asked for, or the end of the request. */
export const orRefuse = <Value>(result: Result<Value, Problem>): Value => {
  if (result.ok) return result.value
  throw new Refused(result.error)
}

/** For these the page has words, and a way on. */
const SHOWN: readonly number[] = [401, 404]

/** Somebody who came by a wrong link; programs, and pages that fetch, ask for something else or below `/api/`. */
const followedLink = ({ is404, method, url, headers }: FastifyRequest): boolean =>
  is404 && method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html')

/**
 * Whatever goes wrong leaves in the one form (RFC 9457); what was not foreseen says nothing about our insides. Who
 * followed a link gets the page instead, if there is one: it says that there is no such screen, or is the door.
 */
export const answerInProblems = (app: App, page: string | null): void => {
  const send = (request: FastifyRequest, reply: FastifyReply, refused: Problem, status?: number): FastifyReply => {
    const answer = asHttp(refused, status)
    reply.status(answer.status).headers(answer.headers)
    const shown = page !== null && SHOWN.includes(answer.status) && followedLink(request)
    return shown
      ? reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
      : reply.send(answer.body)
  }
  app.setErrorHandler((error: FastifyError | Refused, request, reply) => {
    if (error instanceof Refused) {
      logDenial(request.log, { address: request.sender.address, person: request.person }, error.problem)
      return send(request, reply, error.problem)
    }
    const status = error.statusCode ?? 500
    if (status < 500) return send(request, reply, problem('Malformed', error.message), status)
    request.log.error({ err: error, path: request.url }, 'A request failed')
    return send(request, reply, problem('Failed', 'The server could not do this; its log says why'), status)
  })
  app.setNotFoundHandler((request, reply) =>
    send(
      request,
      reply,
      problem('NotFound', `There is nothing at ${request.method} ${request.url.split('?')[0]}`),
      404,
    ),
  )
}

/** A problem as HTTP has it (RFC 9457); the time after which to ask again in whole seconds. */
export const asHttp = (refused: Problem, status = statusOf(refused)) => {
  const { retryAfterMs } = refused
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(typeof retryAfterMs === 'number' && { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) }),
    },
    body: JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], ...refused, status }),
  }
}
