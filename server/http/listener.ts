import http, { type RequestListener } from 'node:http'
import https from 'node:https'
import type { Tls } from '../tls.ts'

const REQUEST_MS_MAX = 15_000
const HEADERS_MS_MAX = 10_000
/** Node looks for requests that take too long every 30 s, if left to itself. */
const LOOK_FOR_LATE_EVERY_MS = 1_000
/** A connection over which nothing has gone for so long, as of a client that does not read its answer. Invented. */
const IDLE_MS_MAX = 60_000
/** Longer than a proxy keeps its connections, or one would now and then send into one just closed. As Fastify has it. */
const KEEP_ALIVE_MS = 72_000

/** What listens below Fastify: the same with TLS and without. */
export const listenerFor =
  (tls: Tls | null) =>
  (handle: RequestListener): http.Server => {
    const options = {
      requestTimeout: REQUEST_MS_MAX,
      headersTimeout: HEADERS_MS_MAX,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: LOOK_FOR_LATE_EVERY_MS,
    }
    const server = tls
      ? https.createServer({ ...options, ...tls, minVersion: 'TLSv1.2' }, handle)
      : http.createServer(options, handle)
    return server.setTimeout(IDLE_MS_MAX)
  }
