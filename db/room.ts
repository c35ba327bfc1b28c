import { randomFillSync } from 'node:crypto'
import { open, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { LOG_FILE } from './sqliteLog.ts'

/** Room on the disk, and some of it put by. */
export interface Room {
  /** Bytes that can still be written; null where nobody can say. */
  freeBytes(): Promise<number | null>
  /** Bytes of the log that are not in its main file yet. */
  walBytes(): Promise<number>
  /** Puts by again what was given up, or what was never there; false if there is no room for it now. */
  putBy(): Promise<boolean>
  /** Gives up what was put by. */
  giveUp(): Promise<void>
}

/** For a log that is on no disk. */
export const UNLIMITED: Room = {
  freeBytes: () => Promise.resolve(null),
  walBytes: () => Promise.resolve(0),
  putBy: () => Promise.resolve(true),
  giveUp: () => Promise.resolve(),
}

/** In the data folder. */
export const BALLAST_FILE = 'ballast'
const BALLAST_BYTES = 16 * 1024 * 1024
/** Left free beside it, so that what follows is not refused at once. Invented. */
const MARGIN_BYTES = 4 * 1024 * 1024
const CHUNK_BYTES = 1024 * 1024

/**
 * The disk of a data folder. A file in it keeps 16 MiB for the hour in which nothing else is left: what falls due goes on being
 * written, and a stop finds room. On a disk that never had so much, it does without.
 */
export const roomIn = (folder: string): Room => {
  const ballast = join(folder, BALLAST_FILE)
  let given = 0

  const freeBytes = async (): Promise<number> => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  }
  return {
    freeBytes,
    walBytes: () => sizeOf(join(folder, `${LOG_FILE}-wal`)),
    putBy: async () => {
      if ((await sizeOf(ballast)) === BALLAST_BYTES) return true
      const fits = (await freeBytes()) >= BALLAST_BYTES + MARGIN_BYTES && (await fill(ballast))
      return fits || given === 0
    },
    giveUp: async () => {
      given ||= await sizeOf(ballast)
      await rm(ballast, { force: true })
    },
  }
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

/** With noise: zeros would take no room where the file system compresses. */
const fill = async (path: string): Promise<boolean> => {
  const file = await open(path, 'w', 0o600)
  try {
    const noise = randomFillSync(Buffer.alloc(CHUNK_BYTES))
    for (let at = 0; at < BALLAST_BYTES; at += CHUNK_BYTES) await file.write(noise, 0, CHUNK_BYTES, at)
    return true
  } catch {
    await rm(path, { force: true })
    return false
  } finally {
    await file.close()
  }
}
