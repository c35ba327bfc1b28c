import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import type { Command } from '#shared/ship/commands.ts'
import { Frames, maskedText } from './webSocketFrames.ts'

/** What an order was answered, as much of it as a measurement needs. */
export interface Answered {
  readonly ok: boolean
  readonly seq?: number
  /** Which log the state is of, if a state was sent; otherwise what was missed. */
  readonly log?: string
  readonly events?: readonly { readonly seq: number }[]
}

const REQUEST = (port: number) =>
  [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    '\r\n',
  ].join('\r\n')

/**
 * A dashboard that only counts: Socket.IO by hand on a bare TCP connection. A thousand real clients would take more of the
 * processor than the server they are to measure.
 */
export class Wire {
  /** Frames with events, and their length, bytes. */
  frames = 0
  bytes = 0
  /** Of everything but beats. */
  bytesOfAll = 0
  /** Given the text of each of those frames. Unset, it is not even decoded. */
  onEvents: ((text: string) => void) | null = null
  readonly #tcp: Socket
  readonly #answers = new Map<number, (answer: Answered) => void>()
  #asked = 0
  #connected: () => void = () => undefined

  readonly #role: string

  private constructor(port: number, role: string) {
    this.#role = role
    this.#tcp = connect({ port, host: '127.0.0.1', noDelay: true })
    const frames = new Frames((payload) => this.#receive(payload))
    this.#tcp.on('data', (chunk: Buffer) => frames.take(chunk))
    this.#tcp.on('error', () => this.#tcp.destroy())
    this.#tcp.write(REQUEST(port))
  }

  static open(port: number, role = 'observer'): Promise<Wire> {
    const wire = new Wire(port, role)
    return new Promise((resolve, reject) => {
      wire.#connected = () => resolve(wire)
      wire.#tcp.once('close', () => reject(new Error('The server closed the connection')))
    })
  }

  /** With a place, what was missed since. */
  watch(ship: string, place: { readonly after?: number; readonly log?: string } = {}): Promise<Answered> {
    return this.#ask('watch', { ship, ...place })
  }

  /** Kept when the connection is gone, however that came. */
  get closed(): Promise<void> {
    return new Promise((gone) => (this.#tcp.destroyed ? gone() : this.#tcp.once('close', () => gone())))
  }

  order(ship: string, command: Command): Promise<Answered> {
    return this.#ask('command', { ship, command })
  }

  /** What is sent in between leaves as one piece, and reaches the server in one turn of its loop. */
  together(send: () => void): void {
    this.#tcp.cork()
    send()
    this.#tcp.uncork()
  }

  /** Takes nothing more from the network, as a tablet that sleeps. */
  stopReading(): void {
    this.#tcp.pause()
  }

  close(): void {
    this.#tcp.destroy()
  }

  /** Without a word to the other side that it is over, but that it is gone. */
  cut(): void {
    this.#tcp.resetAndDestroy()
  }

  #ask(call: string, ask: object): Promise<Answered> {
    const id = this.#asked++
    return new Promise((resolve) => {
      this.#answers.set(id, resolve)
      this.#send(`42${id}${JSON.stringify([call, ask])}`)
    })
  }

  #send(text: string): void {
    this.#tcp.write(maskedText(text))
  }

  /** Engine.IO type, Socket.IO type, then the content. */
  #receive(payload: Buffer): void {
    const start = payload.toString('latin1', 0, 12)
    if (start !== '2') this.bytesOfAll += payload.length
    if (start.startsWith('42["events"')) {
      this.frames += 1
      this.bytes += payload.length
      this.onEvents?.(payload.toString())
    } else if (start.startsWith('43')) this.#answer(payload.toString())
    else if (start.startsWith('0')) this.#send(`40{"role":"${this.#role}","name":"Bench"}`)
    else if (start.startsWith('40')) this.#connected()
    else if (start === '2') this.#send('3')
  }

  #answer(text: string): void {
    const [, id = '', content = ''] = /^43(\d+)\[([^]*)\]$/.exec(text) ?? []
    const resolve = this.#answers.get(Number(id))
    this.#answers.delete(Number(id))
    resolve?.(JSON.parse(content) as Answered)
  }
}
