import type { Introduction } from '#shared/protocol/sockets.ts'
import { connect, type Socket } from 'node:net'

/** Opcodes of WebSocket frames (RFC 6455). */
const TEXT = 0x1
export const BINARY = 0x2
const CLOSE = 0x8

/** A connection that sends what no library would, and can stop reading. Of what it is sent it understands whole text frames. */
export class RawSocket {
  readonly socket: Socket
  onText: (text: string) => unknown = () => undefined
  closed = false
  #unread: Buffer = Buffer.alloc(0)

  private constructor(socket: Socket) {
    this.socket = socket
    socket.on('data', (bytes: Buffer) => this.#read(bytes))
  }

  /** After the handshake of WebSocket and of Engine.IO; throws what the server answered if it refused. */
  static open(url: string, path = '/socket.io/?EIO=4&transport=websocket'): Promise<RawSocket> {
    const { hostname, port, host } = new URL(url)
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => socket.write(handshake(host, path)))
      socket.on('error', reject)
      socket.once('close', () => reject(new Error('The connection was closed')))
      socket.once('data', (answer: Buffer) => {
        const head = answer.indexOf('\r\n\r\n')
        if (!answer.toString('latin1').startsWith('HTTP/1.1 101 ')) return reject(new Error(answer.toString()))
        const raw = new RawSocket(socket)
        socket.on('close', () => (raw.closed = true))
        raw.#read(answer.subarray(head + 4))
        resolve(raw)
      })
    })
  }

  /** Introduces itself; what is sent before the answer would be taken as out of turn. */
  async join(introduction: Introduction): Promise<this> {
    this.text(`40${JSON.stringify(introduction)}`)
    await new Promise<void>((resolve) => {
      this.onText = (text) => text.startsWith('40') && resolve()
      this.socket.once('close', resolve)
    })
    return this
  }

  text(text: string): void {
    this.frame(TEXT, Buffer.from(text))
  }

  frame(opcode: number, payload: Buffer): void {
    if (!this.closed) this.socket.write(masked(opcode, payload))
  }

  close(): void {
    this.socket.destroy()
  }

  #read(bytes: Buffer): void {
    this.#unread = this.#unread.length === 0 ? bytes : Buffer.concat([this.#unread, bytes])
    for (let frame = firstFrame(this.#unread); frame; frame = firstFrame(this.#unread)) {
      this.#unread = this.#unread.subarray(frame.bytes)
      if (frame.opcode === CLOSE) this.close() // without a word: left alone the server would wait for one for half a minute
      if (frame.opcode !== TEXT) continue
      const text = frame.payload.toString()
      if (text === '2')
        this.text('3') // it asks whether we are there
      else this.onText(text)
    }
  }
}

const handshake = (host: string, path: string): string =>
  [
    ...[`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: Upgrade', 'Upgrade: websocket'],
    ...['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', '', ''],
  ].join('\r\n')

/** With a mask of zeros, so that the bytes stay as they are. */
const masked = (opcode: number, payload: Buffer): Buffer => {
  const { length } = payload
  const head = Buffer.alloc(length < 126 ? 6 : length < 65_536 ? 8 : 14)
  head[0] = 0x80 | opcode
  head[1] = 0x80 | (length < 126 ? length : length < 65_536 ? 126 : 127)
  if (length >= 65_536) head.writeBigUInt64BE(BigInt(length), 2)
  else if (length >= 126) head.writeUInt16BE(length, 2)
  return Buffer.concat([head, payload])
}

const firstFrame = (bytes: Buffer): { opcode: number; payload: Buffer; bytes: number } | null => {
  if (bytes.length < 2) return null
  const short = (bytes[1] ?? 0) & 0x7f
  const from = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < from) return null
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  if (bytes.length < from + length) return null
  return { opcode: (bytes[0] ?? 0) & 0xf, payload: bytes.subarray(from, from + length), bytes: from + length }
}
