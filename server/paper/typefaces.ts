import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Alphabets that a family comes in, a file for each, in the order in which a character is looked for. */
const ALPHABETS = {
  antonio: ['latin', 'latin-ext'],
  'source-sans-3': ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'cyrillic-ext', 'greek-ext'],
} as const

export type Family = keyof typeof ALPHABETS
export type Weight = 400 | 600

const { resolve } = createRequire(import.meta.url)

/** The files of a face, one for each alphabet. Both families are under the SIL Open Font License 1.1. */
export const faceFiles = (family: Family, weight: Weight, format: 'woff' | 'woff2'): readonly Buffer[] =>
  ALPHABETS[family].map((alphabet) => faceFile(family, alphabet, weight, format))

export const faceFile = (family: Family, alphabet: string, weight: Weight, format: 'woff' | 'woff2'): Buffer =>
  readFileSync(resolve(`@fontsource/${family}/files/${family}-${alphabet}-${weight}-normal.${format}`))
