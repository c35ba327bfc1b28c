import { parentPort, workerData } from 'node:worker_threads'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { reviewPdf } from '../paper/reviewPdf.ts'
import type { PdfWork } from './pdf.ts'

const { review, trend, definition } = workerData as PdfWork
parentPort?.postMessage(await reviewPdf(review, trend, planOf(definition)))
