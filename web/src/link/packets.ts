import type { Problem } from '#shared/protocol/sockets.ts'

/**
 * The packets of Socket.IO 5 over Engine.IO 4 that a console needs, as they stand in a WebSocket's text messages:
 * github.com/socketio/socket.io-protocol. Not here: binary data, other namespaces, questions from the server.
 */
export type Packet =
  | { readonly kind: 'open'; readonly silentMsMax: number }
  | { readonly kind: 'ping' | 'connected' | 'closed' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'event'; readonly name: string; readonly body: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly body: unknown }

export const PONG = '3'

export const connectPacket = (auth: object): string => `40${JSON.stringify(auth)}`

/** A call that is to be answered. */
export const callPacket = (id: number, call: string, body: unknown): string => `42${id}${JSON.stringify([call, body])}`

/** What a message says; null: nothing that concerns us, or that can be understood. */
export const readPacket = (text: string): Packet | null => {
  try {
    return packetIn(text)
  } catch {
    return null
  }
}

const packetIn = (text: string): Packet | null => {
  const [, type = '', id = '', json = ''] = /^(4[0-4]|\d)(\d*)((?:\D[^]*)?)$/.exec(text) ?? []
  switch (type) {
    case '0': {
      const { pingInterval, pingTimeout } = JSON.parse(json) as { pingInterval: number; pingTimeout: number }
      return { kind: 'open', silentMsMax: pingInterval + pingTimeout }
    }
    case '2':
      return { kind: 'ping' }
    case '40':
      return { kind: 'connected' }
    case '1':
    case '41':
      return { kind: 'closed' }
    case '42': {
      const [name, body] = JSON.parse(json) as [string, unknown]
      return { kind: 'event', name, body }
    }
    case '43': {
      const [body] = JSON.parse(json) as [unknown]
      return { kind: 'answer', id: Number(id), body }
    }
    case '44': {
      const { message, data } = JSON.parse(json) as { message: string; data?: Problem }
      return { kind: 'refused', problem: data ?? { code: 'TurnedAway', detail: message } }
    }
    default:
      return null
  }
}
