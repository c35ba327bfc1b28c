import type { IncomingMessage } from 'node:http'

/** Where a request comes from. IPv4 by itself, however the machine's own sockets write it. */
export const addressOf = ({ socket }: IncomingMessage): string => (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
