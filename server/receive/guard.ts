import type { IncomingMessage } from 'node:http'
import { err, ok, type Result } from '#shared/result.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { problem } from '../problem.ts'
import { credentialOf } from './credential.ts'
import type { SenderOf } from './sender.ts'

export type Guard = (request: IncomingMessage) => Result<null, Problem>

/**
 * Keeps other websites out: a page elsewhere shows its own `Origin`, and a name that was made to point here (DNS rebinding)
 * shows in `Host`. Programs send no `Origin`; a browser does with every change, so that one that has a cookie must. HTTP and
 * socket handshakes alike.
 */
export const guardOf =
  (hosts: () => ReadonlySet<string>, senderOf: SenderOf): Guard =>
  (request) => {
    const { origin } = request.headers
    const { host, scheme } = senderOf(request)
    if (!hosts().has(host.toLowerCase().replace(/:\d{1,5}$/, '')))
      return err(problem('HostNotAllowed', NOT_OUR_NAME, { host }))
    if (origin !== undefined && origin !== `${scheme}://${host.toLowerCase()}`)
      return err(problem('OriginNotAllowed', 'Another website may not use this server', { origin }))
    if (origin === undefined && isChange(request) && credentialOf(request.headers, scheme)?.by === 'cookie')
      return err(problem('OriginNotAllowed', 'Whoever changes something with a cookie says from which page'))
    return ok(null)
  }

const NOT_OUR_NAME = 'This server does not go by that name. BULKHEAD_HOSTS can give it further ones'

/** A handshake too: a dashboard gives orders. */
const isChange = ({ method, headers }: IncomingMessage): boolean =>
  headers.upgrade !== undefined || (method !== 'GET' && method !== 'HEAD')
