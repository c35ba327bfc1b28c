import { createHash, randomBytes, randomInt } from 'node:crypto'

/** Dice that nobody can foretell; tests bring their own. */
export interface Random {
  bytes(count: number): Buffer
  /** 0 to one less than `limit`, each as likely as any other. */
  below(limit: number): number
}

export const systemRandom: Random = { bytes: randomBytes, below: (limit) => randomInt(limit) }

/** 128 bits: works for a short time, and is typed by nobody. */
export const LINK_BYTES = 16
export const SESSION_BYTES = 32
/** Not secret: it only tells one from the other. */
const ID_BYTES = 8
const PINS = 1_000_000

export const newToken = (random: Random, bytes: number): string => random.bytes(bytes).toString('base64url')

export const newId = (random: Random): string => random.bytes(ID_BYTES).toString('hex')

/** Six digits. */
export const newPin = (random: Random): string => String(random.below(PINS)).padStart(6, '0')

/**
 * All that is kept of a token. A plain hash will do, as nobody can try out 2^128. Tokens are found by it, and no comparison needs
 * to take the same time: how long one takes tells of the hash, and nobody can choose a token for what its hash begins with.
 */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex')
