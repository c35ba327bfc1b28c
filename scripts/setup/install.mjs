import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './process.mjs'
import { step } from './say.mjs'

/**
 * @typedef {Partial<Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>>} Manifest
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> & { '': Manifest } }} Lock
 */

const dependencyKinds = /** @type {const} */ (['dependencies', 'devDependencies', 'optionalDependencies'])

/**
 * @template T
 * @param {string} path
 * @returns {T}
 */
const readJson = (path) => /** @type {T} */ (JSON.parse(readFileSync(join(root, path), 'utf8')))

/** @param {Manifest} manifest */
const dependencies = (manifest) =>
  JSON.stringify(
    dependencyKinds.flatMap((kind) =>
      Object.entries(manifest[kind] ?? {})
        .map(String)
        .sort(),
    ),
  )

/** Whether node_modules is what package-lock.json says. npm's own record tells it without touching the packages. */
export const isInstalled = () => {
  /** @type {Lock} */
  const wanted = readJson('package-lock.json')
  /** @type {Lock} */
  let present
  try {
    present = readJson('node_modules/.package-lock.json')
  } catch {
    return false
  }
  const { '': rootPackage, ...packages } = wanted.packages
  if (dependencies(readJson('package.json')) !== dependencies(rootPackage)) return false
  return Object.entries(packages).every(([path, { version, integrity, optional }]) => {
    const found = present.packages[path]
    return found ? found.version === version && found.integrity === integrity : optional
  })
}

/** npm as it was started, or the one on the path. The Node below node_modules must not run it: npm ci deletes that. */
const npm = () => {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  return cli?.endsWith('npm-cli.js')
    ? { command: node ?? process.execPath, args: [cli], shell: false }
    : { command: 'npm', args: [], shell: process.platform === 'win32' }
}

/** Development packages are named outright: NODE_ENV=production or --omit=dev would drop the ones that build the pages. */
const installArgs = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund']

/** @returns {Promise<boolean>} */
export const install = () => {
  const { command, args, shell } = npm()
  return step('Installing packages (once, 15 to 60 seconds)', () =>
    run(command, [...args, ...installArgs, '--loglevel=error'], { shell }),
  )
}
