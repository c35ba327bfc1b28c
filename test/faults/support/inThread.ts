import { Worker } from 'node:worker_threads'

/** Runs a worker file in a thread of its own; what it posts is what it came to. */
export const inThread = <Value>(file: URL, workerData: unknown): Promise<Value> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData, execArgv: [] })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`A thread ended with ${code}`)))
  })
