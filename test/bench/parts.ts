import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventLog } from '#db/eventLog.ts'
import pino from 'pino'
import type { Clock } from '../../server/clock.ts'
import { importFolder } from '../../server/recordings/importFolder.ts'
import { createMetrics } from '../../server/metrics.ts'
import type { Parts } from '../../server/service.ts'
import { systemClock } from '../../server/systemClock.ts'
import { builtIn } from './attack.ts'

/** What the server is made of, with one ship in its library, a log to choose, and nothing printed. */
export const partsOn = (log: EventLog, clock: Clock = systemClock()): Parts => ({
  log,
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
