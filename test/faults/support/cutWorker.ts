import { parentPort, workerData } from 'node:worker_threads'
import { type Cuts, cutPower } from './powerCuts.ts'

parentPort?.postMessage(cutPower(workerData as Cuts))
