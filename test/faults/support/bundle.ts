import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import { onTestFinished } from 'vitest'
import { SIZE } from './goal.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')

/** Each source finds what stands beside it (migrations, threads, pages) where it would without a bundle. */
const inItsPlace: Plugin = {
  name: 'in-its-place',
  transform: (code, id) =>
    code
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
      .replaceAll('import.meta.dirname', JSON.stringify(join(id, '..'))),
}

/**
 * The server as it is, in one file, for who starts it hundreds of times: most of a start is opening some two thousand files.
 * The path of the file, which is there until the test ends.
 */
const bundledServer = async (): Promise<string> => {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  const outDir = mkdtempSync(join(ROOT, '.cache', 'bundle-')) // below the packages that stay outside the bundle
  onTestFinished(() => rmSync(outDir, { recursive: true, force: true }))
  await build({
    ...{ root: ROOT, configFile: false, logLevel: 'error', plugins: [inItsPlace] },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: 'server/main.ts', outDir, emptyOutDir: true, minify: false, target: 'node22' },
  })
  return join(outDir, 'main.js')
}

/** What is started in CI, where every second counts, and in a release: the product as its users start it. */
export const serverEntry = (): Promise<string> => (SIZE === 'ci' ? bundledServer() : Promise.resolve('server/main.ts'))
