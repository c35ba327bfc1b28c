/** In a thread of its own: what else a test holds on to is not weighed with it. */
import { parentPort, workerData } from 'node:worker_threads'
import { soak, type SoakAsk } from './soak.ts'

parentPort?.postMessage(await soak(workerData as SoakAsk))
process.exit()
