import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { LOG_FILE } from '#db/sqliteLog.ts'
import { type Verdict, verifyLog } from '#db/verify.ts'
import { moveDurably } from '../recordings/moveDurably.ts'
import { copyData } from './copyData.ts'

/** What was copied, looked over. With faults in the log, nothing was kept. */
export interface Copied {
  readonly verdict: Verdict
  /** Ships, scenarios and recordings beside the log. */
  readonly files: number
}

/** Copies a data folder to `target`, which must not be there: whole and looked over, or not at all. */
export const backUp = async (data: string, target: string): Promise<Copied> => {
  const staging = `${target}.part-${randomUUID()}`
  try {
    const files = await copyData(data, staging)
    const verdict = verifyLog(join(staging, LOG_FILE))
    if (verdict.faults.length === 0) moveDurably(staging, target)
    return { verdict, files }
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}
