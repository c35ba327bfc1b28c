import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { EventLog } from '#db/eventLog.ts'
import { LOG_FILE, openSqliteLog } from '#db/sqliteLog.ts'
import { verifyLog } from '#db/verify.ts'
import { MEMORY } from '../../faults/support/memory.ts'
import type { Findings } from './finding.ts'

export interface StoredLog {
  readonly log: EventLog
  /** Closes it, looks at what it has come to, and removes it. [I6] */
  readonly close: (findings: Findings) => void
}

/** A log as servers have it: unlike the one in memory it has a chain. */
export const storedLog = (): StoredLog => {
  const folder = mkdtempSync(join(MEMORY, 'bulkhead-world-'))
  const log = openSqliteLog(folder)
  const close = (findings: Findings): void => {
    log.close()
    const [fault] = verifyLog(join(folder, LOG_FILE)).faults
    if (fault) findings.add('I6', JSON.stringify(fault))
    rmSync(folder, { recursive: true })
  }
  return { log, close }
}
