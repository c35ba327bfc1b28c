import { Worker } from 'node:worker_threads'

/** What the module answers, in a thread of its own that ends with it, to one piece of work that nobody else is to wait for. */
export const inThread = <Answer>(module: URL, work: unknown): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(module, { workerData: work, execArgv: [] })
    worker.once('message', (answer: Answer) => resolve(answer))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The work was never finished'))) // after a message this changes nothing
  })
