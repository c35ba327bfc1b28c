import type { FastifyCompressOptions } from '@fastify/compress'
import { constants } from 'node:zlib'

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants

/** Of a browser that takes zstd as well, that would be chosen by itself; at a like speed it makes recordings two thirds longer. */
const ENCODINGS: FastifyCompressOptions['encodings'] = ['br', 'gzip', 'deflate']

/** A third less than with 4, for half as much time again; the best takes a hundred times as long. */
export const ANSWERS = { encodings: ENCODINGS, brotliOptions: { params: { [BROTLI_PARAM_QUALITY]: 6 } } }

/** From so many bytes on, Brotli looks for what comes again by longer beginnings. How long an answer is it cannot know otherwise. */
const LONG_BYTES = 1 << 20

/** The same words again and again: 5 % less than as other answers, for a quarter more time. */
export const RECORDINGS = {
  encodings: ENCODINGS,
  brotliOptions: { params: { [BROTLI_PARAM_QUALITY]: 7, [BROTLI_PARAM_SIZE_HINT]: LONG_BYTES } },
}
