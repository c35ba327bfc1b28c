import type { IncomingMessage } from 'node:http'
import { err, ok, type Result } from '#shared/result.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { problem } from '../problem.ts'

const LOOPBACK_NAME = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/

/**
 * Keeps other websites out of a server that asks for no password: a page elsewhere shows its own `Origin`, and a name
 * that was made to point here (DNS rebinding) shows in `Host`. Programs send no `Origin`. HTTP and socket handshakes alike.
 */
export const guard = ({ headers }: IncomingMessage): Result<null, Problem> => {
  const { host = '', origin } = headers
  if (!LOOPBACK_NAME.test(host))
    return err(problem('HostNotAllowed', 'This server answers only to localhost', { host }))
  if (origin !== undefined && origin !== `http://${host}`)
    return err(problem('OriginNotAllowed', 'Another website may not use this server', { origin }))
  return ok(null)
}
