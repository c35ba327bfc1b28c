import type { Review } from '#shared/review/review.ts'
import type { Trend } from '#shared/review/trend.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { inThread } from '../inThread.ts'

export interface PdfWork {
  readonly review: Review
  readonly trend: Trend | null
  readonly definition: ShipFile
}

/** A review as a PDF. Setting it takes a processor for most of a second: a thread of its own does it, and ends. */
export const pdfOf = async (work: PdfWork): Promise<Buffer> =>
  Buffer.from(await inThread<Uint8Array>(new URL('./pdfWorker.ts', import.meta.url), work))
