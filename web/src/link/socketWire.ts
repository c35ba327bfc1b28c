import { io, type Socket } from 'socket.io-client'
import type { Down, Introduction, Problem, Up } from '#shared/protocol/sockets.ts'
import type { AnswerTo, Asked, Call, OpenWire } from './wire.ts'

const ANSWER_WITHIN_MS = 8_000
/** First and longest wait before trying again; each is drawn up to half shorter or longer, so that screens don't all come at once. */
const RETRY_FIRST_MS = 400
const RETRY_LONGEST_MS = 4_000

/** The real wire: socket.io over a websocket and nothing else. */
export const openSocket =
  (introduction: Introduction): OpenWire =>
  (listener) => {
    const socket: Socket<Down, Up> = io({
      transports: ['websocket'],
      auth: { ...introduction },
      reconnectionDelay: RETRY_FIRST_MS,
      reconnectionDelayMax: RETRY_LONGEST_MS,
      randomizationFactor: 0.5,
    })
    let closed = false
    let retry: ReturnType<typeof setTimeout> | undefined

    // socket.io leaves coming back to us when the server sent us away.
    const comeBack = (): void => {
      clearTimeout(retry)
      if (!closed) retry = setTimeout(() => socket.connect(), RETRY_LONGEST_MS * (0.5 + Math.random() / 2))
    }

    socket.on('connect', () => listener.connected())
    socket.on('disconnect', (reason) => {
      listener.lost()
      if (reason === 'io server disconnect') comeBack()
    })
    socket.on('connect_error', (error) => {
      if (socket.active) return
      listener.turnedAway(problemOf(error))
      comeBack()
    })
    socket.on('events', (batch) => listener.events(batch))
    socket.on('clock', (clock) => listener.clock(clock))
    socket.on('presence', (presence) => listener.presence(presence))

    return {
      get connected() {
        return socket.connected
      },
      ask: async <C extends Call>(call: C, asked: Asked<C>): Promise<AnswerTo<C> | null> => {
        if (!socket.connected) return null
        // The types of socket.io can't follow a call that is itself a type parameter.
        const asking = socket.timeout(ANSWER_WITHIN_MS) as unknown as {
          emitWithAck(...args: unknown[]): Promise<unknown>
        }
        return asking.emitWithAck(call, asked).then(
          (answer) => answer as AnswerTo<C>,
          () => null,
        )
      },
      restart: () => {
        socket.disconnect()
        socket.connect()
      },
      close: () => {
        closed = true
        clearTimeout(retry)
        socket.disconnect()
      },
    }
  }

const problemOf = (error: Error & { data?: unknown }): Problem => {
  const { data } = error
  const told = typeof data === 'object' && data !== null && 'detail' in data && 'code' in data
  return told ? (data as Problem) : { code: 'TurnedAway', detail: error.message }
}
