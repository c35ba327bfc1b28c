import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './process.mjs'

// Runs TypeScript as it stands, and loads SQLite's binding: below N-API 10 that one crashes without a word.
const PROBE = 'process.exit(process.features.typescript && Number(process.versions.napi) >= 10 ? 0 : 1)'

/** @param {string} node path of an executable */
const isGoodEnough = (node) => spawnSync(node, ['-e', PROBE]).status === 0

const broughtAlong = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node')

/**
 * The Node that runs this project: the pinned one among its packages where there is one for this machine, else the
 * machine's own.
 * @returns {string | undefined} undefined when neither will do
 */
export const projectNode = () => [broughtAlong, process.execPath].find((node) => existsSync(node) && isGoodEnough(node))

export const nodeAdvice = [
  `Node ${process.versions.node} is too old to run this, and the newer one that`,
  `should have come with the packages (node-linux-${process.arch}) is not there or does not run.`,
  'Install Node 24 (22.18 or newer will do), or delete node_modules and try again.',
]
