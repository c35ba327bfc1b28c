import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Whoever stops this process stops the child too.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => NodeJS.Signals | undefined} ends the arrangement and tells the last signal passed on
 */
export const passSignals = (child) => {
  /** @type {NodeJS.Signals | undefined} */
  let told
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    told = signal
    // Windows has no signals to pass on: its console tells every process of the window by itself.
    if (process.platform !== 'win32') child.kill(signal)
  }
  for (const signal of signals) process.on(signal, passOn)
  return () => {
    for (const signal of signals) process.removeListener(signal, passOn)
    return told
  }
}

/**
 * Runs a command to its end and keeps what it prints. Told to stop meanwhile, this process ends when the command has.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export const run = (command, args, options) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const letGo = passSignals(child)
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => (output += `${error.message}\n`))
    child.on('close', (code) => {
      const told = letGo()
      if (told) process.kill(process.pid, told)
      else resolve({ ok: code === 0, output })
    })
  })
