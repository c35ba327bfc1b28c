import type { LogReader } from '#db/eventLog.ts'
import type { LogWriter } from '#db/logWriter.ts'
import type { Room } from '#db/room.ts'
import type { FastifyBaseLogger } from 'fastify'
import type { AccessSettings } from './access/settings.ts'
import type { BackupSchedule } from './backups/schedule.ts'
import type { Clock } from './clock.ts'
import type { Library } from './library/library.ts'
import type { Metrics } from './metrics.ts'
import type { ImportFolder } from './recordings/importFolder.ts'

/** What a service is made of. */
export interface Parts {
  readonly log: LogReader
  /** Everything that is written to the log goes through it. */
  readonly writer: LogWriter
  /** Of the disk that the log is on; without limits, if it is on none. */
  readonly room?: Room
  readonly clock: Clock
  readonly library: Library
  readonly imports: ImportFolder
  readonly logger: FastifyBaseLogger
  readonly metrics: Metrics
  readonly coreVersion: string
  /** Open on this machine, if nothing is said. */
  readonly access?: AccessSettings
  /** Whether rates are limited, whoever is let in; if nothing is said, where access is guarded. */
  readonly limited?: boolean
  /** If any are to be taken. */
  readonly backups?: BackupSchedule | null
  /** Whether the log can be trusted is not known any more: the process must end. */
  readonly onBroken: (error: unknown) => void
}
