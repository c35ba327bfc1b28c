import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { giveNewIdentity } from '#db/newIdentity.ts'
import { makePrivateFile, makePrivateFolder } from '#db/privateFile.ts'
import { LOG_FILE, logFiles, RESTORING } from '#db/sqliteLog.ts'
import { verifyLog } from '#db/verify.ts'
import { sync } from '../recordings/moveDurably.ts'
import type { Copied } from './backUp.ts'
import { copyData, OWN_FOLDERS } from './copyData.ts'

export interface Restored extends Copied {
  /** Where what was there before is now; null: nothing was there, or nothing was touched. */
  readonly aside: string | null
}

/** What is copied lies in such a folder first; one of a restore that was cut short is of no use any more. */
const STAGING = '.restore-'

/**
 * Puts a copy of `backup` in the place of what is in the data folder, which nobody else may be using. Nothing is removed: what
 * was there is moved to `aside`. With faults in the backup nothing is touched. Cut short, it leaves `RESTORING` behind, and
 * no server starts on the folder until it is done again.
 */
export const restore = async (backup: string, data: string, aside: string): Promise<Restored> => {
  for (const name of readdirSync(data).filter((one) => one.startsWith(STAGING))) remove(join(data, name))
  const staging = join(data, `${STAGING}${randomUUID()}`)
  try {
    const files = await copyData(backup, staging)
    const copy = join(staging, LOG_FILE)
    const verdict = verifyLog(copy)
    if (verdict.faults.length > 0) return { verdict, files, aside: null }
    giveNewIdentity(copy)
    const replaced = exchange(data, staging, aside)
    return { verdict: verifyLog(join(data, LOG_FILE)), files, aside: replaced ? aside : null }
  } finally {
    remove(staging)
  }
}

const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true })

/** False if there was nothing in the place of what is moved in. */
const exchange = (data: string, staging: string, aside: string): boolean => {
  const mark = join(data, RESTORING)
  makePrivateFile(mark)
  sync(data)
  const replaced = [...logFiles(LOG_FILE), ...OWN_FOLDERS].filter((name) => existsSync(join(data, name)))
  move(replaced, data, aside)
  move(readdirSync(staging), staging, data)
  rmSync(mark)
  sync(data)
  return replaced.length > 0
}

const move = (names: readonly string[], from: string, to: string): void => {
  if (names.length === 0) return
  makePrivateFolder(to)
  for (const name of names) renameSync(join(from, name), join(to, name))
  for (const folder of [to, from]) sync(folder)
}
