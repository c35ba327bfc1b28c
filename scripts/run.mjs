/**
 * node scripts/run.mjs [--build] [--chromium] FILE [ARGUMENT …]
 *
 * Runs FILE with the project's Node once everything it needs is there. Signals are passed on and the exit status is
 * kept, so that stopping `npm start` stops the server whatever shell, or none, stands between.
 */
import { spawn } from 'node:child_process'
import { ensure } from './ensure.mjs'
import { onAbandoned } from './setup/parents.mjs'
import { passSignals } from './setup/process.mjs'

const flags = new Set(['--build', '--chromium'])
const parameters = process.argv.slice(2)
const firstOther = parameters.findIndex((parameter) => !flags.has(parameter))
const wanted = new Set(parameters.slice(0, firstOther))

onAbandoned(() => process.kill(process.pid, 'SIGTERM'))

const node = await ensure({ build: wanted.has('--build'), chromium: wanted.has('--chromium') })
const child = spawn(node, parameters.slice(firstOther), { stdio: 'inherit' })
const letGo = passSignals(child)

child.on('exit', (code, signal) => {
  letGo()
  if (signal) process.kill(process.pid, signal)
  else process.exit(code ?? 1)
})
