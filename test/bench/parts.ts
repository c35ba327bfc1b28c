import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { directWriter } from '#db/directWriter.ts'
import type { EventLog, LogReader } from '#db/eventLog.ts'
import type { LogWriter } from '#db/logWriter.ts'
import pino from 'pino'
import type { Clock } from '../../server/clock.ts'
import { importFolder } from '../../server/recordings/importFolder.ts'
import { createMetrics } from '../../server/metrics.ts'
import type { Parts } from '../../server/parts.ts'
import { systemClock } from '../../server/systemClock.ts'
import { builtIn } from './attack.ts'

export interface Store {
  readonly log: LogReader
  readonly writer: LogWriter
}

/** A log that is written in the thread that asks. */
export const direct = (log: EventLog): Store => ({ log, writer: directWriter(log) })

/** What the server is made of, with one ship in its library, a log to choose, and nothing printed. */
export const partsOn = ({ log, writer }: Store, clock: Clock = systemClock()): Parts => ({
  log,
  writer,
  clock,
  library: builtIn,
  imports: importFolder(join(tmpdir(), 'bulkhead-bench-without-imports')),
  logger: pino({ level: 'error' }),
  metrics: createMetrics(),
  coreVersion: 'bench',
  onBroken: (error) => {
    throw error
  },
})
