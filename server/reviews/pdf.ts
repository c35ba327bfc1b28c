import { Worker } from 'node:worker_threads'
import type { Review } from '#shared/review/review.ts'
import type { Trend } from '#shared/review/trend.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'

export interface PdfWork {
  readonly review: Review
  readonly trend: Trend | null
  readonly definition: ShipFile
}

/** A review as a PDF. Setting it takes a processor for most of a second: a thread of its own does it, and ends. */
export const pdfOf = (work: PdfWork): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pdfWorker.ts', import.meta.url), { workerData: work, execArgv: [] })
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The PDF was never finished'))) // after a message this changes nothing
  })
