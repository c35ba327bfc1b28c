import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/process.mjs'

/** A package as package-lock.json has it. */
export interface Locked {
  readonly name: string
  readonly version: string
  readonly integrity: string | null
  /** Where it would be fetched from; null: from whichever registry npm is set to. */
  readonly resolved: string | null
  readonly hasInstallScript: boolean
  /** Needed to run the product, and not only to make or test it. */
  readonly runtime: boolean
}

interface Entry {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly hasInstallScript?: boolean
  readonly dev?: boolean
  readonly optional?: boolean
  readonly devOptional?: boolean
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Every package of the lock, one a place where it is installed. */
export const readLocked = (file = join(root, 'package-lock.json')): readonly Locked[] => {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Readonly<Record<string, Entry>> }
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      name: nameOf(path),
      version: entry.version ?? '',
      integrity: entry.integrity ?? null,
      resolved: entry.resolved ?? null,
      hasInstallScript: entry.hasInstallScript ?? false,
      runtime: !entry.dev && !entry.optional && !entry.devOptional,
    }))
}
