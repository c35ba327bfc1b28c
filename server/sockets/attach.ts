import type { Problem } from '#shared/protocol/sockets.ts'
import { Server } from 'socket.io'
import { logDenial } from '../access/audit.ts'
import type { App } from '../http/typed.ts'
import type { Service } from '../service.ts'
import { admit } from './admit.ts'
import { answerCalls } from './calls.ts'
import { Broadcast } from './broadcast.ts'
import type { Dashboard, Sockets } from './dashboard.ts'
import { tellHeads } from './heads.ts'
import { Presence } from './presence.ts'
import { cutTheEnded, personShaking, tellOfAccess } from './sessions.ts'
import { dropSlowReaders } from './slowReaders.ts'
import { tellCondition } from './tellCondition.ts'

const FRAME_BYTES_MAX = 64 * 1024
const CONNECT_MS_MAX = 5_000
/** A dashboard whose cable was pulled is known to be gone after both of these. */
const PING_EVERY_MS = 5_000
const PING_ANSWER_MS = 5_000

/**
 * Dashboards. WebSocket only: the other transport brings sticky sessions and a history of holes. No compression: it costs
 * seven times the processor and thirteen times the memory (measured). Fastify's hooks do not run for these connections.
 */
export const attachSockets = (app: App, service: Service): Sockets => {
  const io: Sockets = new Server(app.server, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: FRAME_BYTES_MAX,
    connectTimeout: CONNECT_MS_MAX,
    pingInterval: PING_EVERY_MS,
    pingTimeout: PING_ANSWER_MS,
    allowRequest: admit(service),
  })
  const presence = new Presence(io, service.clock)
  const broadcast = new Broadcast(io, service)

  io.use((socket, next) => {
    const { address } = service.senderOf(socket.request)
    const person = personShaking(socket, service)
    if (!person.ok) {
      logDenial(service.logger, { address }, person.error)
      return next(refusal(person.error))
    }
    Object.assign(socket.data, { person: person.value, address, countedAs: person.value.session ?? address })
    const mayReturn = service.limits.mayReturn(socket.data.countedAs)
    next(mayReturn.ok ? undefined : refusal(mayReturn.error))
  })
  io.engine.on('connection', endBinary)
  io.engine.on('connection', hangUp)
  io.on('connection', (socket) => {
    answerCalls({ socket, service, presence, broadcast })
    socket.on('disconnect', () => presence.leaveAll(socket))
  })
  cutTheEnded(io, service)
  tellOfAccess(io, service)
  tellCondition(io, service)
  dropSlowReaders(io, service)
  tellHeads(io, service, broadcast)
  service.metrics.shedding(() => service.limits.overload.level)
  service.metrics.dashboards(() => io.engine.clientsCount)

  // Not `disconnectSockets`: a client that is sent away does not come back by itself, one whose connection is cut does.
  app.addHook('preClose', () => io.close())
  return io
}

/** Words for people, and the problem itself for programs. */
const refusal = (refused: Problem): Error => Object.assign(new Error(refused.detail), { data: refused })

/** When it is over, it is: the WebSocket would wait half a minute for the other end to agree, and keep its place. */
const hangUp = (conn: Dashboard['conn']): void => {
  conn.on('close', () => conn.request.socket.destroySoon())
}

/** Packets with bytes in them have no use here: the first is the last that its connection sends. */
const endBinary = (conn: Dashboard['conn']): void => {
  conn.on('data', (sent: unknown) => {
    if (typeof sent !== 'string' || /^[56]/.test(sent)) conn.close(true)
  })
}
