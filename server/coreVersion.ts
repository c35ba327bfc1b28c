import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Fingerprint of the core's sources. A snapshot made by another core is not trusted, and nobody has to remember to
 * raise a number when a law changes.
 */
export const coreVersion = (root: string): string => {
  const hash = createHash('sha256')
  const sources = readdirSync(join(root, 'shared'), { recursive: true, encoding: 'utf8' })
  for (const source of sources.filter((name) => name.endsWith('.ts')).sort())
    hash.update(source.replaceAll('\\', '/')).update(readFileSync(join(root, 'shared', source)))
  return hash.digest('hex').slice(0, 16)
}
