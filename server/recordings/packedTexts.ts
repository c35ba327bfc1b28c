/** Texts end to end, so that they pass from thread to thread without a copy and stand in memory as the bytes they are. */
export interface PackedTexts {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Where each of them ends. */
  readonly ends: Uint32Array<ArrayBuffer>
}

export const packed = (texts: readonly string[]): PackedTexts => {
  let end = 0
  const ends = Uint32Array.from(texts, (text) => (end += Buffer.byteLength(text)))
  return { bytes: new TextEncoder().encode(texts.join('')), ends }
}

/** Up to `limit` of them from that place on. */
export const textsIn = ({ bytes, ends }: PackedTexts, from: number, limit: number): readonly string[] => {
  const all = Buffer.from(bytes.buffer)
  return Array.from(ends.subarray(from, from + limit), (end, place) =>
    all.toString('utf8', ends[from + place - 1] ?? 0, end),
  )
}
