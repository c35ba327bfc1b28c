import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const EIGHT_BIT_RGB = Buffer.from([8, 2, 0, 0, 0])

export interface Bitmap {
  readonly width: number
  readonly height: number
  /** Red, green, blue and a byte that is left alone, row by row. */
  readonly data: Uint8Array
}

/** A picture as a PNG file. */
export const pngOf = ({ width, height, data }: Bitmap): Buffer => {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  const chunks = [
    chunk('IHDR', Buffer.concat([size, EIGHT_BIT_RGB])),
    chunk('IDAT', deflateSync(rows(width, height, data))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([SIGNATURE, ...chunks])
}

/** Each row led by a zero: no filter. */
const rows = (width: number, height: number, data: Uint8Array): Buffer => {
  const stride = 1 + width * 3
  const raw = Buffer.alloc(stride * height)
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const to = Math.floor(pixel / width) * stride + 1 + (pixel % width) * 3
    for (let channel = 0; channel < 3; channel += 1) raw[to + channel] = data[pixel * 4 + channel] ?? 0
  }
  return raw
}

const chunk = (type: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(content.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}
