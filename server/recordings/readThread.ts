import { parentPort, workerData } from 'node:worker_threads'
import { readPacked } from './readAside.ts'

const read = readPacked(workerData as string)
const { bytes, ends } = read.ok ? read.value.events : { bytes: new Uint8Array(), ends: new Uint32Array() }
parentPort?.postMessage(read, [bytes.buffer, ends.buffer])
