const TEXT = 0x81
const MASKED = 0x80
const LONG = 126
const VERY_LONG = 127
const HEAD_END = '\r\n\r\n'

/** A client has to mask what it sends; with a key of zeros that changes nothing. */
export const maskedText = (text: string): Buffer => {
  const payload = Buffer.from(text)
  const header = payload.length < LONG ? [TEXT, MASKED | payload.length] : longHeader(payload.length)
  return Buffer.concat([Buffer.from(header), Buffer.alloc(4), payload])
}

const longHeader = (length: number): number[] => {
  if (length > 0xffff) throw new RangeError(`${length} bytes are too long for an order`)
  return [TEXT, MASKED | LONG, length >> 8, length & 0xff]
}

/** Cuts what comes over a connection, after its HTTP head, into the payloads of WebSocket frames. RFC 6455 §5.2. */
export class Frames {
  readonly #each: (payload: Buffer) => void
  #rest: Buffer = Buffer.alloc(0)
  #upgraded = false

  constructor(each: (payload: Buffer) => void) {
    this.#each = each
  }

  take(chunk: Buffer): void {
    let rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    if (!this.#upgraded) {
      const end = rest.indexOf(HEAD_END)
      if (end >= 0) {
        rest = rest.subarray(end + HEAD_END.length)
        this.#upgraded = true
      }
    }
    while (this.#upgraded) {
      const [from, length] = extent(rest)
      if (rest.length < from + length) break
      this.#each(rest.subarray(from, from + length))
      rest = rest.subarray(from + length)
    }
    this.#rest = rest
  }
}

/** Where the payload of the frame at the start begins, and how long it is. */
const extent = (bytes: Buffer): readonly [from: number, length: number] => {
  const short = bytes.length < 2 ? Infinity : bytes.readUInt8(1)
  if (short < LONG) return [2, short]
  if (short === LONG) return [4, bytes.length < 4 ? Infinity : bytes.readUInt16BE(2)]
  if (short === VERY_LONG) return [10, bytes.length < 10 ? Infinity : Number(bytes.readBigUInt64BE(2))]
  return [2, Infinity]
}
