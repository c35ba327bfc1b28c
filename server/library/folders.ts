import { dirname, join } from 'node:path'

/** What comes with the product. */
export const SEED_FOLDER = join(import.meta.dirname, '..', '..', 'db', 'seed')

/** Where to look for ships and scenarios: what comes with the product, the user's own, and what lies beside a file. */
export const libraryFolders = (data: string, beside?: string): readonly string[] => [
  SEED_FOLDER,
  data,
  ...(beside === undefined ? [] : [dirname(dirname(beside))]),
]
