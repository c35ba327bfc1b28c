import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The real server as a process of its own, which a test may kill. */
export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** When it was started: it cannot have been alive before, ms since 1970. */
  readonly spawnedMs: number
  readonly kill: () => Promise<void>
  /** When it ends by itself: its exit status, or the signal that ended it. */
  readonly ended: () => Promise<number | NodeJS.Signals>
  /** Asks it to stop; its exit status, or the signal that ended it. */
  readonly terminate: () => Promise<number | NodeJS.Signals>
  /** Everything it printed. */
  readonly output: () => string
}

interface Options {
  readonly port: number
  readonly data: string
  readonly entry?: string
  readonly env?: NodeJS.ProcessEnv
}

const START_MS_MAX = 60_000
const POLL_MS = 15
const ROOT = new URL('../../', import.meta.url)

/** Node keeps what it compiled there: whoever is started anew many times starts in half the time. */
export const COMPILE_CACHE = { NODE_COMPILE_CACHE: join(tmpdir(), 'bulkhead-compile-cache') }

/** Ends with the process that started it, so that a failing test leaves none behind. */
const endWithParent = (child: ChildProcess): void => {
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
}

/** Starts it on its data folder and waits until it answers. */
export const startServer = async ({ port, data, entry = 'server/main.ts', env }: Options): Promise<ServerProcess> => {
  const spawnedMs = Date.now()
  const child = spawn(process.execPath, [entry], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...COMPILE_CACHE,
      ...{ HOST: '127.0.0.1', PORT: String(port), BULKHEAD_DATA: data, BULKHEAD_DEMO: 'off', LOG_LEVEL: 'warn' },
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  endWithParent(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))

  const ended = async () => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    return child.exitCode ?? child.signalCode ?? 0
  }
  const url = `http://127.0.0.1:${port}`
  await untilAnswers(url, child, () => output)
  return {
    url,
    pid: child.pid ?? 0,
    spawnedMs,
    ended,
    kill: async () => {
      child.kill('SIGKILL')
      await ended()
    },
    terminate: () => {
      child.kill('SIGTERM')
      return ended()
    },
    output: () => output,
  }
}

const untilAnswers = async (url: string, child: ChildProcess, output: () => string): Promise<void> => {
  const deadlineMs = performance.now() + START_MS_MAX
  while (performance.now() < deadlineMs) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server ended:\n${output()}`)
    const answered = await fetch(`${url}/healthz`).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) return
    await sleep(POLL_MS)
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not answer within ${START_MS_MAX} ms:\n${output()}`)
}

/** A port nobody has, below those that the system hands out by itself, so that it is still free at a restart. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if (await isFree(port)) return port
  }
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
