import { type IncomingMessage, STATUS_CODES } from 'node:http'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, type Result } from '#shared/result.ts'
import { logDenial } from '../access/audit.ts'
import { asHttp } from '../http/problems.ts'
import { problem } from '../problem.ts'
import type { Service } from '../service.ts'

type Decide = (why: string | null, allowed: boolean) => void

/** Whether a connection may be a dashboard's, before anything is spent on it. Its place is free again when it closes. */
export const admit =
  (service: Service) =>
  (request: IncomingMessage, decide: Decide): void => {
    const admitted = placeFor(service, request)
    if (admitted.ok) request.socket.once('close', admitted.value)
    else {
      logDenial(service.logger, service.senderOf(request), admitted.error)
      refuse(request, admitted.error)
    }
    decide(admitted.ok ? null : admitted.error.detail, admitted.ok)
  }

const placeFor = (
  { closed, guard, senderOf, limits, metrics }: Service,
  request: IncomingMessage,
): Result<() => void, Problem> => {
  if (closed()) return err(problem('Draining', 'The server is stopping'))
  const from = guard(request)
  if (!from.ok) return from
  const { address } = senderOf(request)
  const asked = limits.ask(address)
  const room = asked.ok ? limits.overload.dashboard() : asked
  const place = room.ok ? limits.places.take(address) : room
  if (!place.ok) metrics.limited.inc({ what: 'dashboard' })
  return place
}

/** In the form of HTTP, with its status: left to itself the socket library says 400, whatever the reason. */
const refuse = ({ socket }: IncomingMessage, refused: Problem): void => {
  const { status, headers, body } = asHttp(refused)
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...['connection: close', `content-length: ${Buffer.byteLength(body)}`],
    ...Object.entries(headers).map((header) => header.join(': ')),
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`)
}
