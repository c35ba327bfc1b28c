import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './process.mjs'

const sources = ['web', 'shared', 'package-lock.json', 'vite.config.ts']
const output = join(root, 'web', 'dist')
const built = join(output, '.vite', 'manifest.json')

/**
 * @param {string} path
 * @returns {number} when it, or anything in it, last changed (ms); a folder's own time tells of deleted files
 */
const changedMs = (path) => {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (!entry || path === output) return 0
  const inside = entry.isDirectory() ? readdirSync(path).map((name) => changedMs(join(path, name))) : []
  return Math.max(entry.mtimeMs, ...inside)
}

/** Whether the built pages are as new as everything they are made of. */
export const isBuilt = () => {
  const page = statSync(built, { throwIfNoEntry: false })
  return page !== undefined && sources.every((source) => changedMs(join(root, source)) <= page.mtimeMs)
}

/** @param {string} node the executable to build with */
export const build = (node) =>
  run(node, [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'])
