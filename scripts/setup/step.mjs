import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const REMINDER_MS = 10_000

/**
 * Progress goes to stderr: what a command line prints on stdout stays clean for the next program.
 * @param {string} text
 */
export const say = (text) => process.stderr.write(`${text}\n`)

/** @param {number} startedMs */
export const secondsSince = (startedMs) => `${((Date.now() - startedMs) / 1000).toFixed(1)} s`

/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Whoever stops this process stops the child, and this process then ends as the child does.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} ends the arrangement
 */
export const passSignals = (child) => {
  // Windows has no signals to pass on: its console tells every process of the window by itself.
  const passOn = (/** @type {NodeJS.Signals} */ signal) => process.platform === 'win32' || child.kill(signal)
  for (const signal of signals) process.on(signal, passOn)
  return () => {
    for (const signal of signals) process.removeListener(signal, passOn)
  }
}

/**
 * Runs a command to its end and keeps what it prints.
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
    child.on('error', (error) => resolve({ ok: false, output: `${output}${error.message}\n` }))
    child.on('close', (code) => {
      letGo()
      resolve({ ok: code === 0, output })
    })
  })

/**
 * A step long enough to need words: says what begins, that it still lives, and how it ended.
 * @param {string} what
 * @param {() => Promise<{ ok: boolean, output: string }>} work
 */
export const step = async (what, work) => {
  const startedMs = Date.now()
  say(`${what} …`)
  const reminder = setInterval(() => say(`  … still at it (${secondsSince(startedMs)})`), REMINDER_MS)
  const { ok, output } = await work()
  clearInterval(reminder)
  if (!ok) say(output.trimEnd())
  say(`  ${ok ? 'done' : 'failed'} in ${secondsSince(startedMs)}`)
  return ok
}

/**
 * A message nobody should overlook.
 * @param {string[]} lines
 */
export const box = (lines) => {
  const width = Math.max(...lines.map((line) => line.length))
  const edge = '═'.repeat(width + 2)
  say([`╔${edge}╗`, ...lines.map((line) => `║ ${line.padEnd(width)} ║`), `╚${edge}╝`].join('\n'))
}
