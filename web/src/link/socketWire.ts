import type { Down, Introduction, ServiceState } from '#shared/protocol/sockets.ts'
import { callPacket, connectPacket, PONG, readPacket } from './packets.ts'
import type { AnswerTo, Asked, Call, OpenWire, Wire, WireListener } from './wire.ts'

const ANSWER_WITHIN_MS = 8_000
/** First and longest wait before trying again; each is drawn from half to one and a half times, so that screens don't all come at once. */
const RETRY_FIRST_MS = 400
const RETRY_LONGEST_MS = 4_000
/** Until the server has said how often it pings. */
const OPEN_WITHIN_MS = 10_000

/**
 * Socket.IO over a WebSocket. The official client would be a fifth of all script on the first screen, most of it for what
 * is not wanted here: other transports, binary data, and keeping orders back while there is no link.
 */
class SocketWire implements Wire {
  readonly #url: string
  readonly #introduction: Introduction
  readonly #listener: WireListener
  readonly #waiting = new Map<number, (answer: unknown) => void>()
  #socket: WebSocket | null = null
  #connected = false
  #calls = 0
  #tries = 0
  /** After which the server said to come back. */
  #backInMs: number | null = null
  #silentMsMax = OPEN_WITHIN_MS
  #retry: ReturnType<typeof setTimeout> | undefined
  #watchdog: ReturnType<typeof setTimeout> | undefined

  constructor(url: string, introduction: Introduction, listener: WireListener) {
    this.#url = url
    this.#introduction = introduction
    this.#listener = listener
    this.#open()
  }

  get connected(): boolean {
    return this.#connected
  }

  ask<C extends Call>(call: C, asked: Asked<C>): Promise<AnswerTo<C> | null> {
    const socket = this.#socket
    if (!socket || !this.#connected) return Promise.resolve(null)
    const id = this.#calls++
    return new Promise((resolve) => {
      const settle = (answer: unknown): void => {
        clearTimeout(timer)
        this.#waiting.delete(id)
        resolve(answer as AnswerTo<C> | null)
      }
      const timer = setTimeout(() => settle(null), ANSWER_WITHIN_MS)
      this.#waiting.set(id, settle)
      socket.send(callPacket(id, call, asked))
    })
  }

  restart(): void {
    this.#drop()
    this.#open()
  }

  close(): void {
    this.#drop()
  }

  #open(): void {
    clearTimeout(this.#retry)
    const socket = new WebSocket(this.#url)
    this.#socket = socket
    this.#silentMsMax = OPEN_WITHIN_MS
    this.#expectWord()
    socket.onmessage = ({ data }) => this.#socket === socket && typeof data === 'string' && this.#hear(data)
    socket.onclose = () => this.#socket === socket && this.#lost()
  }

  /** Forgets this socket: what it still says is not listened to, and nobody will answer what was asked over it. */
  #drop(): void {
    clearTimeout(this.#retry)
    clearTimeout(this.#watchdog)
    const socket = this.#socket
    this.#socket = null
    socket?.close()
    if (this.#connected) {
      this.#connected = false
      this.#listener.lost()
    }
    for (const settle of [...this.#waiting.values()]) settle(null)
  }

  #lost(longest = false): void {
    this.#drop()
    const usualMs = longest ? RETRY_LONGEST_MS : Math.min(RETRY_LONGEST_MS, RETRY_FIRST_MS * 2 ** this.#tries++)
    const waitMs = this.#backInMs ?? usualMs
    this.#backInMs = null
    this.#retry = setTimeout(() => this.#open(), waitMs * (0.5 + Math.random()))
  }

  /** A cable that was pulled says nothing: the server's pings stay away. */
  #expectWord(): void {
    clearTimeout(this.#watchdog)
    this.#watchdog = setTimeout(() => this.#lost(), this.#silentMsMax)
  }

  #hear(text: string): void {
    this.#expectWord()
    const packet = readPacket(text)
    switch (packet?.kind) {
      case 'open':
        this.#silentMsMax = packet.silentMsMax
        return this.#socket?.send(connectPacket(this.#introduction))
      case 'ping':
        return this.#socket?.send(PONG)
      case 'connected':
        this.#connected = true
        this.#tries = 0
        return this.#listener.connected()
      case 'closed':
        return this.#lost()
      case 'refused':
        this.#listener.turnedAway(packet.problem)
        return this.#lost(true)
      case 'answer':
        return this.#waiting.get(packet.id)?.(packet.body)
      case 'event':
        return this.#tell(packet.name, packet.body)
      case undefined:
    }
  }

  #tell(name: string, body: unknown): void {
    if (name === 'events') this.#listener.events(body as Parameters<Down['events']>[0])
    else if (name === 'clock') this.#listener.clock(body as Parameters<Down['clock']>[0])
    else if (name === 'presence') this.#listener.presence(body as Parameters<Down['presence']>[0])
    else if (name === 'head') this.#listener.head(body as Parameters<Down['head']>[0])
    else if (name === 'service') this.#service(body as ServiceState)
    else if (name === 'access') this.#listener.access({})
  }

  #service(now: ServiceState): void {
    this.#backInMs = now.backInMs
    this.#listener.service(now)
  }
}

/** Opens a wire to the server at `origin` (`http://…`). */
export const openSocket =
  (origin: string, introduction: Introduction): OpenWire =>
  (listener) =>
    new SocketWire(`${origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`, introduction, listener)
