import { connect, createServer, type Server, type Socket } from 'node:net'

/** A stretch of network between clients and a server, that a test can spoil. */
export class TcpProxy {
  /** Everything takes so much longer, each way. */
  delayMs = 0
  readonly #server: Server
  readonly #pairs = new Set<readonly [Socket, Socket]>()
  #cutAfterBytes: number | null = null
  /** What is kept back while nothing arrives; null: everything does. */
  #held: (() => void)[] | null = null

  private constructor(targetPort: number) {
    this.#server = createServer((near) => this.#join(near, connect(targetPort, '127.0.0.1')))
  }

  static async to(url: string): Promise<TcpProxy> {
    const proxy = new TcpProxy(Number(new URL(url).port))
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get url(): string {
    const address = this.#server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  }

  /** Lets so many bytes of what the server sends next pass, and then cuts every connection: in the middle of a frame. */
  cutAfter(bytes: number): void {
    this.#cutAfterBytes = bytes
  }

  /** From now on nothing arrives, either way, not even that somebody has hung up. */
  fallSilent(): void {
    this.#held = []
  }

  /** All that was sent meanwhile arrives after all, late, as TCP has it. */
  recover(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const arrive of held) arrive()
  }

  close(): void {
    this.#server.close()
    this.#cut()
  }

  #join(near: Socket, far: Socket): void {
    const pair = [near, far] as const
    this.#pairs.add(pair)
    for (const [from, to] of [pair, [far, near] as const]) {
      from.on('data', (bytes) => this.#arrive(() => this.#pass(bytes, to, from === far)))
      from.on('error', () => undefined)
      from.on('close', () => {
        this.#pairs.delete(pair)
        this.#arrive(() => to.destroy())
      })
    }
  }

  #arrive(arrive: () => void): void {
    if (this.#held) this.#held.push(arrive)
    else if (this.delayMs > 0) setTimeout(arrive, this.delayMs)
    else arrive()
  }

  #pass(bytes: Buffer, to: Socket, fromServer: boolean): void {
    const passing = fromServer ? this.#cutAfterBytes : null
    if (passing === null) {
      to.write(bytes)
      return
    }
    this.#cutAfterBytes = null
    to.write(bytes.subarray(0, passing), () => this.#cut())
  }

  #cut(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy()
  }
}
