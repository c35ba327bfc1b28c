import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs'

const ITS_OWNER_ONLY = 0o600
const ITS_OWNER_ONLY_FOLDER = 0o700

/** A folder that nobody else may look into. One that is there already keeps the rights that somebody gave it. */
export const makePrivateFolder = (folder: string): void => {
  mkdirSync(folder, { recursive: true, mode: ITS_OWNER_ONLY_FOLDER })
}

/** Makes it, if it is not there, so that it was never anybody else's to read. SQLite gives its -wal and -shm the same rights. */
export const makePrivateFile = (path: string): void => {
  if (!existsSync(path)) closeSync(openSync(path, 'a', ITS_OWNER_ONLY))
}

/** Takes the rights of others to those of these files that there are. */
export const keepPrivate = (...paths: readonly string[]): void => {
  for (const path of paths) if (existsSync(path)) chmodSync(path, ITS_OWNER_ONLY)
}
