import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LOG_FILE } from '#db/sqliteLog.ts'
import { nameOf } from '../backups/kept.ts'
import { restore } from '../backups/restore.ts'
import { isoWall } from '../clock.ts'
import { systemClock } from '../systemClock.ts'
import { withFolder } from './dataFolder.ts'
import { copiedLines, faultLine } from './verdictLines.ts'

/** Puts a backup in the place of the data folder's content; true once it is there, and its log as it was written. No server may be running. */
export const restoreCommand = (args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> => {
  const [backup, ...rest] = args
  if (backup === undefined || rest.length > 0) throw new Error('restore takes one folder, a backup')
  if (!existsSync(join(backup, LOG_FILE))) throw new Error(`There is no log in ${backup}`)
  return withFolder(env, async (data) => {
    const restored = await restore(backup, data, join(data, `replaced-${nameOf(isoWall(systemClock()))}`))
    const { verdict, aside } = restored
    for (const fault of verdict.faults) process.stderr.write(`${faultLine(fault)}\n`)
    if (verdict.faults.length > 0)
      throw new Error(`The log in ${backup} is not as it was written: nothing was restored`)
    for (const line of copiedLines(restored)) process.stdout.write(`${line}\n`)
    if (aside !== null) process.stdout.write(`What was there before is in ${aside}\n`)
    process.stdout.write(`${data} is as in ${backup}\n`)
    return true
  })
}
