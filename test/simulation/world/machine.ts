import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import type { AccessSettings } from '../../../server/access/settings.ts'
import type { App } from '../../../server/http/typed.ts'
import type { Library } from '../../../server/library/library.ts'
import { createMetrics } from '../../../server/metrics.ts'
import { importFolder } from '../../../server/recordings/importFolder.ts'
import { createService, type Service } from '../../../server/service.ts'
import { attachSockets } from '../../../server/sockets/attach.ts'
import type { Sockets } from '../../../server/sockets/dashboard.ts'
import { type ClientEnd, Connection } from './connection.ts'
import type { Disk } from './disk.ts'
import type { Findings } from './finding.ts'
import type { Line } from './line.ts'
import { ProcessClock, type WallClock } from './processClock.ts'
import type { VirtualTime } from './virtualTime.ts'

const NO_LIBRARY: Library = { ships: new Map(), scenarios: new Map(), faults: [] }
const NO_IMPORTS = importFolder(join(tmpdir(), 'bulkhead-simulated-without-imports'))

/** The only error that it may tell of without anything being wrong. */
const EXPECTED = /The disk is full/

/** One life of the server process: from its start to its end, however it ends. */
interface Life {
  readonly clock: ProcessClock
  readonly service: Service
  readonly sockets: Sockets
  readonly connections: Set<Connection>
}

interface MachineOptions {
  readonly library?: Library
  /** As where access is guarded. */
  readonly limited?: boolean
}

/** The machine that the server runs on: production code from the sockets to the log, on a simulated clock, network and disk. */
export class Machine {
  readonly wall: WallClock = { aheadMs: 0 }
  readonly #time: VirtualTime
  readonly #disk: Disk
  readonly #findings: Findings
  readonly #access: AccessSettings
  readonly #library: Library
  readonly #limited: boolean
  #life: Life | null = null
  #dialled = 0
  /** Processes so far. */
  lives = 0

  constructor(
    time: VirtualTime,
    disk: Disk,
    access: AccessSettings,
    findings: Findings,
    { library = NO_LIBRARY, limited = false }: MachineOptions = {},
  ) {
    this.#library = library
    this.#limited = limited
    this.#access = access
    this.#time = time
    this.#disk = disk
    this.#findings = findings
  }

  get service(): Service | null {
    return this.#life?.service ?? null
  }

  get clock(): ProcessClock | null {
    return this.#life?.clock ?? null
  }

  get sockets(): Sockets | null {
    return this.#life?.sockets ?? null
  }

  /** A process starts and reads the disk. */
  start(coreVersion: string): void {
    this.lives++
    const clock = new ProcessClock(this.#time, this.wall)
    const end = (): void => this.#end(clock)
    const disk = this.#disk.open({
      get dead() {
        return clock.dead
      },
      die: end,
      whenAwake: (call) => clock.whenAwake(call),
    })
    const service = createService({
      ...{
        ...disk,
        clock,
        coreVersion,
        library: this.#library,
        imports: NO_IMPORTS,
        metrics: createMetrics(),
      },
      ...{ access: this.#access, limited: this.#limited },
      logger: pino({ level: 'error' }, { write: (line) => this.#hear(line) }),
      onBroken: end,
    })
    const app = { server: createServer(), addHook: () => undefined }
    this.#life = { clock, service, sockets: attachSockets(app as unknown as App, service), connections: new Set() }
  }

  /** Killed, or power gone: nothing of it is heard any more. */
  kill(): void {
    if (this.#life) this.#end(this.#life.clock)
  }

  /** Asked to stop: in the order of the real one. */
  stop(): void {
    if (!this.#life) return
    const { service, clock } = this.#life
    const end = (): void => this.#end(clock)
    void service
      .drain()
      .then(() => service.stop())
      .then(end, end)
  }

  stall(ms: number): void {
    this.#life?.clock.stall(ms)
  }

  /** A client wants in; null: nobody is listening, or it is refused. */
  dial(line: Line, client: ClientEnd): Connection | null {
    const life = this.#life
    if (!life) return null
    const { clock, sockets, connections } = life
    const connection = new Connection(`connection-${this.#dialled++}`, line, client, (call) => clock.whenAwake(call))
    if (line.dead) return connection
    connection.once('close', () => connections.delete(connection))
    connections.add(connection)
    clock.whenAwake(() => sockets.engine.emit('connection', connection))
    return connection
  }

  endTurn(): boolean {
    return this.#life?.clock.endTurn() ?? false
  }

  /** What the process has open, for bounds to be held to. */
  get connections(): ReadonlySet<Connection> {
    return this.#life?.connections ?? new Set()
  }

  #end(clock: ProcessClock): void {
    if (clock.dead) return
    clock.die()
    if (this.#life?.clock !== clock) return
    const { connections, service } = this.#life
    this.#life = null
    service.metrics.stop()
    for (const connection of [...connections]) connection.cut()
  }

  #hear(line: string): void {
    const { msg, err } = JSON.parse(line) as { msg: string; err?: { stack?: string } }
    if (!EXPECTED.test(msg)) this.#findings.add('whole', `the server's log: ${msg} ${err?.stack ?? ''}`)
  }
}
