import { EventEmitter } from 'node:events'
import type { IncomingMessage } from 'node:http'
import type { Line } from './line.ts'

/** The client's end of a connection. */
export interface ClientEnd {
  hear(text: string): void
  closed(): void
}

/**
 * One connection as Socket.IO's engine would give it to the server, over a simulated line. What arrives, arrives in order,
 * as with TCP; frames that get lost or doubled are more than TCP would do, and the product must bear them, too.
 */
export class Connection extends EventEmitter {
  readonly id: string
  readonly protocol = 4
  readonly request: IncomingMessage
  readonly remoteAddress = '127.0.0.1'
  readonly transport = { name: 'websocket', writable: true, socket: { bufferedAmount: 0 } }
  /** As the server knows it: what happened at the other end it hears of later, in its turn. */
  readyState: 'open' | 'closed' = 'open'
  /** The client has asked for a ship over it. */
  watched = false
  /** Something sent over it may not have arrived. */
  lost = false
  /** What the server has sent and the client has not taken. */
  readonly writeBuffer: { readonly data: string }[] = []
  /** Since when it has had more waiting than a dashboard may have; null: it has not. */
  overSinceMs: number | null = null
  readonly #line: Line
  readonly #client: ClientEnd
  /** Runs what comes in as soon as the server's process can. */
  readonly #whenAwake: (call: () => void) => void
  /** The client has let go, or both ends were torn apart: nothing gets through any more. */
  #gone = false
  #upArrivesMs = 0
  #downArrivesMs = 0

  constructor(id: string, line: Line, client: ClientEnd, whenAwake: (call: () => void) => void) {
    super()
    this.id = id
    this.request = handshake(() => this.cut())
    this.#line = line
    this.#client = client
    this.#whenAwake = whenAwake
  }

  /** The server sends. */
  write(text: string): void {
    if (this.readyState !== 'open') return
    this.writeBuffer.push({ data: text })
    this.emit('packetCreate')
    this.flush()
  }

  /** The client takes what waits for it, if it reads at all. */
  flush(): void {
    if (this.#line.clogged || this.writeBuffer.length === 0) return
    for (const { data: text } of this.writeBuffer.splice(0)) {
      this.lost ||= this.#line.isBad || this.#gone
      if (this.#line.dead || this.#gone) continue
      const copies = this.#line.copiesOf(text)
      for (let copy = 0; copy < copies; copy++) {
        this.#downArrivesMs = Math.max(this.#downArrivesMs, this.#line.arrivalMs())
        this.#line.at(this.#downArrivesMs, () => this.#client.hear(text))
      }
    }
    this.emit('flush')
  }

  /** The client sends. */
  send(text: string): void {
    this.lost ||= this.#line.isBad
    if (this.readyState !== 'open' || this.#gone || this.#line.dead) return
    const copies = this.#line.copiesOf(text)
    for (let copy = 0; copy < copies; copy++) {
      this.#upArrivesMs = Math.max(this.#upArrivesMs, this.#line.arrivalMs())
      this.#line.at(this.#upArrivesMs, () => this.#whenAwake(() => this.emit('data', text)))
    }
  }

  /** The server ends it. */
  close(): void {
    const clientKnows = this.#gone
    if (!this.#shut()) return
    this.emit('close', 'forced close')
    if (!clientKnows) this.#tellClient()
  }

  /** The client ends it. */
  hangUp(): void {
    if (this.#letGo()) this.#line.at(this.#line.arrivalMs(), () => this.#ends('transport close'))
  }

  /** Both ends are told that it is gone. */
  cut(): void {
    if (!this.#letGo()) return
    this.#ends('transport error')
    this.#tellClient()
  }

  /** The server has waited in vain for a sign of life. */
  timeOut(): void {
    if (this.#letGo()) this.#ends('ping timeout')
  }

  #letGo(): boolean {
    if (this.#gone || this.readyState === 'closed') return false
    this.#gone = true
    return true
  }

  /** The server hears of it, unless it has ended it meanwhile. */
  #ends(reason: string): void {
    this.#whenAwake(() => {
      if (this.#shut()) this.emit('close', reason)
    })
  }

  #shut(): boolean {
    if (this.readyState === 'closed') return false
    this.readyState = 'closed'
    return true
  }

  #tellClient(): void {
    this.#downArrivesMs = Math.max(this.#downArrivesMs, this.#line.arrivalMs())
    if (!this.#line.dead) this.#line.at(this.#downArrivesMs, () => this.#client.closed())
  }
}

/** What came over HTTP before; `destroy`: the server lets go of its end. */
const handshake = (destroy: () => void): IncomingMessage => {
  const socket = { remoteAddress: '127.0.0.1', destroy, destroySoon: destroy }
  const headers = { host: 'localhost' }
  const _query = { EIO: '4', transport: 'websocket' }
  return {
    url: '/socket.io/',
    method: 'GET',
    headers,
    connection: socket,
    socket,
    _query,
  } as unknown as IncomingMessage
}
