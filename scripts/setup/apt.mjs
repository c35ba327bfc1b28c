import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './process.mjs'

/** Whether this machine lets us add to it: Debian or one of its kin, and we are root. */
export const canInstall = () =>
  process.getuid?.() === 0 &&
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'apt-get')))

/** @param {string} name of the Debian package */
export const aptInstall = async (name) => {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const update = await run('apt-get', ['update'], options)
  if (!update.ok) return update
  return run('apt-get', ['install', '-y', '--no-install-recommends', name], options)
}
