import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LogInUse } from '#db/errors.ts'
import { makePrivateFolder } from '#db/privateFile.ts'
import { lockFolder } from '#db/sqlite/lock.ts'
import { LOG_FILE, openSqliteLog } from '#db/sqliteLog.ts'
import { dataFolder } from '../config.ts'
import { coreVersion } from '../coreVersion.ts'
import { type ImportFolder, importFolder } from '../recordings/importFolder.ts'
import { Recordings } from '../recordings/recordings.ts'
import { Ships } from '../ships.ts'
import { systemClock } from '../systemClock.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** All that is on record in the data folder, for as long as it is looked at. No server may be running on it. */
export const withRecordings = async <Value>(
  env: NodeJS.ProcessEnv,
  look: (recordings: Recordings) => Promise<Value>,
): Promise<Value> => {
  const folder = dataFolder(env)
  if (!existsSync(join(folder, LOG_FILE))) throw new Error(`There is no log in ${folder}`)
  const log = unlessServed(folder, () => openSqliteLog(folder), OVER_HTTP)
  try {
    const ships = new Ships(log, systemClock(), coreVersion(ROOT))
    return await look(new Recordings({ log, ships }, importFolder(folder)))
  } finally {
    log.close()
  }
}

/** The recordings that came as files, to add to them. No server may be running on the folder: it would not see what is added. */
export const withImports = <Value>(
  env: NodeJS.ProcessEnv,
  add: (imports: ImportFolder) => Promise<Value>,
): Promise<Value> => withFolder(env, (folder) => add(importFolder(folder)), OVER_HTTP)

/** The data folder, made if it is not there, for as long as nobody else may use it. */
export const withFolder = async <Value>(
  env: NodeJS.ProcessEnv,
  change: (folder: string) => Promise<Value>,
  otherwise = 'Stop it first',
): Promise<Value> => {
  const folder = dataFolder(env)
  makePrivateFolder(folder)
  const lock = unlessServed(folder, () => lockFolder(folder), otherwise)
  try {
    return await change(folder)
  } finally {
    lock.release()
  }
}

const OVER_HTTP = 'Do this over HTTP (see README.md), or stop it first'

const unlessServed = <Value>(folder: string, open: () => Value, otherwise: string): Value => {
  try {
    return open()
  } catch (error) {
    if (!(error instanceof LogInUse)) throw error
    throw new Error(`A server is running on ${folder}. ${otherwise}`, { cause: error })
  }
}
