/** npm run dev: the server, restarted when its code changes, and Vite in front of it, both until stopped. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { passSignals } from './setup/process.mjs'

const children = [
  ['--watch', '--watch-preserve-output', join('server', 'main.ts'), ...process.argv.slice(2)],
  [join('node_modules', 'vite', 'bin', 'vite.js'), '--clearScreen', 'false'],
].map((args) => spawn(process.execPath, args, { stdio: 'inherit' }))

for (const child of children) {
  passSignals(child)
  child.on('exit', (code) => {
    process.exitCode ??= code ?? 0
    for (const other of children) other.kill()
  })
}
