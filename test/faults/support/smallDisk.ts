import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../../support/folders.ts'

const CHUNK = Buffer.alloc(64 * 1024, 1)

/** A file system of its own, so small that a test can fill it. */
export interface SmallDisk {
  readonly folder: string
  /** Takes all the room that is left. */
  fill(): void
  /** Gives back what `fill` took. */
  free(): void
}

/** Null where none can be mounted: that takes Linux and its root. Gone when the test ends. */
export const mountSmallDisk = (megabytes: number): SmallDisk | null => {
  const folder = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => fillUp(filler, folder),
    free: () => rmSync(filler, { force: true }),
  }
}

const fillUp = (filler: string, folder: string): void => {
  const file = openSync(filler, 'a')
  try {
    while (statfsSync(folder).bavail > 0) writeSync(file, CHUNK)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(file)
  }
}
