import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { directWriter } from '#db/directWriter.ts'
import { memoryLog } from '#db/memoryLog.ts'
import { createApp } from '../../../server/app.ts'
import { createMetrics } from '../../../server/metrics.ts'
import { importFolder } from '../../../server/recordings/importFolder.ts'
import { systemClock } from '../../../server/systemClock.ts'

const PATHS = [
  '/api/v1/ships/kittiwake/events',
  '/api/v1/incidents',
  '/api/v1/incidents/x/review',
  '/socket.io/',
] as const

/** Nothing is brought in, so it is not made. */
const NOWHERE = join(tmpdir(), 'bulkhead-nowhere')

/** Asks a server without ships, and throws if it fails at a query. */
export const readQuery = () => {
  const log = memoryLog()
  const app = createApp({
    ...{
      log,
      writer: directWriter(log),
      clock: systemClock(),
      library: { ships: new Map(), scenarios: new Map(), faults: [] },
    },
    ...{ imports: importFolder(NOWHERE), logger: pino({ level: 'silent' }), metrics: createMetrics() },
    ...{ coreVersion: 'test', screens: null, onBroken: fail },
  })
  let asked = 0
  return async (query: unknown): Promise<void> => {
    const path = PATHS[asked++ % PATHS.length]
    const answer = await (await app).app.inject({ url: `${path}?${String(query)}`, headers: { host: 'localhost' } })
    if (answer.statusCode >= 500) throw new Error(`${answer.statusCode}: ${answer.body}`)
  }
}

const fail = (error: unknown): never => {
  throw error
}
