import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import proxyAddr from '@fastify/proxy-addr'

/** Where something that was sent in comes from, and under which name it asked for this server. */
export interface Sender {
  readonly address: string
  readonly scheme: 'http' | 'https'
  /** With the port, if it is not the usual one. */
  readonly host: string
}

export type SenderOf = (request: IncomingMessage) => Sender

/** What a proxy says (`X-Forwarded-…`) counts if it asks from one of these addresses or networks; HTTP and handshakes alike. */
export const sendersBehind = (proxies: readonly string[]): SenderOf => {
  const trusted = proxyAddr.compile([...proxies])
  return (request) => {
    const { socket, headers } = request
    const isForwarded = trusted(socket.remoteAddress ?? '', 0)
    const said = (name: string): string | undefined => (isForwarded ? lastOf(headers[name]) : undefined)
    const scheme = said('x-forwarded-proto') ?? (isEncrypted(socket) ? 'https' : 'http')
    return {
      address: unmapped(proxyAddr(request, trusted)),
      scheme: scheme === 'https' ? 'https' : 'http',
      host: said('x-forwarded-host') ?? headers.host ?? '',
    }
  }
}

/** The last one is what the nearest proxy has added. */
const lastOf = (header: string | readonly string[] | undefined): string | undefined =>
  (typeof header === 'string' ? header : header?.join())?.split(',').at(-1)?.trim()

const isEncrypted = (socket: Socket): socket is TLSSocket => 'encrypted' in socket && socket.encrypted === true

/** An IPv4 address is the same one when it came over IPv6. */
const unmapped = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')
