import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { copyLog } from '#db/copyLog.ts'
import { keepPrivate, makePrivateFolder } from '#db/privateFile.ts'
import { LOG_FILE } from '#db/sqliteLog.ts'
import { sync } from '../recordings/moveDurably.ts'

/** What in a data folder is the user's own, beside the log. */
export const OWN_FOLDERS = ['ships', 'scenarios', 'recordings'] as const

/** Copies the log of a data folder and what is the user's own into a new folder; how many files beside the log. */
export const copyData = async (from: string, to: string): Promise<number> => {
  makePrivateFolder(to)
  await copyLog(join(from, LOG_FILE), join(to, LOG_FILE))
  sync(join(to, LOG_FILE))
  const counts = OWN_FOLDERS.map((name) => copyFolder(join(from, name), join(to, name)))
  sync(to)
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Not what a running server is still taking in. */
const isTakenIn = (name: string): boolean => name.endsWith('.json') && !name.startsWith('.')

const copyFolder = (from: string, to: string): number => {
  if (!existsSync(from)) return 0
  makePrivateFolder(to)
  const names = readdirSync(from).filter(isTakenIn)
  for (const name of names) {
    cpSync(join(from, name), join(to, name), { dereference: true })
    keepPrivate(join(to, name))
    sync(join(to, name))
  }
  sync(to)
  return names.length
}
