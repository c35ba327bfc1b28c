const BYTES = 16

/** 128 random bits in hex. `crypto.randomUUID` is missing on a page served over plain http to another machine. */
export const newCommandId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('')
