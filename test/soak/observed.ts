import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { LOG_FILE } from '#db/sqliteLog.ts'
import { freePort, type ServerProcess, startServer } from '../support/serverProcess.ts'
import type { Held } from './probe.ts'

const ANSWER_MS_MAX = 20_000
const PROBE = join(import.meta.dirname, 'probe.ts')

export interface Sample extends Held {
  /** Since the first sample, ms. */
  readonly atMs: number
  /** Memory of its own. */
  readonly ownBytes: number
  /** Of files seen through memory, the log above all: the system takes it back when it is wanted for something else. */
  readonly mappedBytes: number
  readonly fds: number
  readonly walBytes: number
  readonly logBytes: number
  readonly dashboards: number
  /** Of all ships. */
  readonly events: number
}

const kilobytesOf = (status: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1])

/** The real server, and what it holds on to. */
export class ObservedServer {
  readonly server: ServerProcess
  readonly port: number
  readonly #data: string
  readonly #probed: string
  readonly #startedMs = performance.now()

  private constructor(server: ServerProcess, port: number, data: string, probed: string) {
    this.server = server
    this.port = port
    this.#data = data
    this.#probed = probed
  }

  static async start(data: string): Promise<ObservedServer> {
    const port = await freePort()
    const probed = join(data, 'probe.json')
    const env = { NODE_OPTIONS: `--import ${PROBE}`, BULKHEAD_PROBE: probed }
    return new ObservedServer(await startServer({ port, data, env }), port, data, probed)
  }

  async sample(): Promise<Sample> {
    const held = await this.#held()
    const figures = await (await fetch(`${this.server.url}/metrics`)).text()
    const file = join(this.#data, LOG_FILE)
    const status = readFileSync(`/proc/${this.server.pid}/status`, 'utf8')
    return {
      ...held,
      ownBytes: kilobytesOf(status, 'RssAnon') * 1024,
      mappedBytes: kilobytesOf(status, 'RssFile') * 1024,
      atMs: performance.now() - this.#startedMs,
      fds: readdirSync(`/proc/${this.server.pid}/fd`).length,
      walBytes: sizeOf(`${file}-wal`),
      logBytes: sizeOf(file),
      dashboards: sumOf(figures, 'bulkhead_dashboards'),
      events: sumOf(figures, 'bulkhead_ship_seq'),
    }
  }

  async #held(): Promise<Held> {
    rmSync(this.#probed, { force: true })
    process.kill(this.server.pid, 'SIGUSR2')
    const deadlineMs = performance.now() + ANSWER_MS_MAX
    while (!existsSync(this.#probed)) {
      if (performance.now() > deadlineMs) throw new Error(`The server says nothing of itself:\n${this.server.output()}`)
      await sleep(20)
    }
    return JSON.parse(readFileSync(this.#probed, 'utf8')) as Held
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** Of all series of that name in the text of `/metrics`. */
const sumOf = (figures: string, name: string): number =>
  [...figures.matchAll(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'gm'))].reduce(
    (sum, [, value]) => sum + Number(value),
    0,
  )
