/**
 * node scripts/run.mjs [--build] [--chromium] [--strace] [FILE [ARGUMENT …]]     (without FILE it prepares only)
 *
 * Runs FILE with the project's Node once everything it needs is there. Signals are passed on and the exit status is
 * kept, so that stopping `npm start` stops the server whatever shell, or none, stands between.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensure } from './ensure.mjs'
import { onAbandoned } from './setup/parents.mjs'
import { passSignals, root } from './setup/process.mjs'

const parameters = process.argv.slice(2)
/** @param {string} flag */
const take = (flag) => parameters[0] === flag && parameters.shift() !== undefined
const wanted = { build: take('--build'), chromium: take('--chromium'), strace: take('--strace') }

/** Where Node keeps what it has compiled: without it every start takes half as long again. */
const compiled = join(root, '.cache', 'compiled')

onAbandoned(() => process.kill(process.pid, 'SIGTERM'))

const node = await ensure(wanted)
if (parameters.length === 0) process.exit(0)
const child = spawn(node, parameters, { stdio: 'inherit', env: { NODE_COMPILE_CACHE: compiled, ...process.env } })
const letGo = passSignals(child)

child.on('exit', (code, signal) => {
  letGo()
  if (signal) process.kill(process.pid, signal)
  else process.exit(code ?? 1)
})
