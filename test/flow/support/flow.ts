import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { onTestFinished } from 'vitest'
import type { EventLog } from '#db/eventLog.ts'
import { directWriter } from '#db/directWriter.ts'
import type { LogWriter } from '#db/logWriter.ts'
import { memoryLog } from '#db/memoryLog.ts'
import type { Room } from '#db/room.ts'
import type { Order } from '#shared/ship/commands.ts'
import type { Role } from '#shared/ship/events.ts'
import type { AccessSettings } from '../../../server/access/settings.ts'
import { createApp } from '../../../server/app.ts'
import { commissionLibrary } from '../../../server/commissioning.ts'
import type { App } from '../../../server/http/typed.ts'
import { SEED_FOLDER } from '../../../server/library/folders.ts'
import { type Library, readLibrary } from '../../../server/library/library.ts'
import { createMetrics } from '../../../server/metrics.ts'
import { importFolder } from '../../../server/recordings/importFolder.ts'
import { order } from '../../../server/receive/order.ts'
import type { Ruling } from '../../../server/runs/ruling.ts'
import type { Service } from '../../../server/service.ts'
import { close } from '../../../server/stopping.ts'
import type { Tls } from '../../../server/tls.ts'
import { TestClock } from './testClock.ts'

export const SHIP = 'voyager'

const SEED = readLibrary([SEED_FOLDER])

export interface Flow {
  readonly app: App
  readonly service: Service
  readonly log: EventLog
  readonly clock: TestClock
  /** What the log's breaking was told to the process as. */
  readonly fatal: unknown[]
  readonly stop: () => Promise<void>
}

interface Options {
  readonly log?: EventLog
  readonly writerOn?: (log: EventLog) => LogWriter
  /** Of the disk that the log is on. */
  readonly room?: Room
  readonly clock?: TestClock
  readonly demo?: boolean
  /** Folder of built pages. */
  readonly screens?: string
  /** Data folder of recordings brought in; one of its own if it is not given. */
  readonly data?: string
  /** Whether there are so many orders a second and so many dashboards an address; if nothing is said, where access is guarded. */
  readonly limited?: boolean
  readonly access?: AccessSettings
  /** Ships and scenarios; those that come with the product, if it is not given. */
  readonly library?: Library
  readonly tls?: Tls
  /** Where the lines of the server's log go; nowhere, if it is not given. */
  readonly logTo?: { write: (line: string) => void }
}

/** The whole server on a log in memory, with time that stands still. */
export const openFlow = async (options: Options = {}): Promise<Flow> => {
  const {
    log = memoryLog(),
    writerOn = directWriter,
    clock = new TestClock(),
    demo = false,
    screens = null,
    library = SEED,
  } = options
  const data = options.data ?? join(tmpdir(), `bulkhead-${randomUUID()}`) // made only if something is brought in
  const fatal: unknown[] = []
  const { app, service } = await createApp({
    ...{ log, writer: writerOn(log), clock, library, metrics: createMetrics(), coreVersion: 'test', screens },
    ...(options.limited !== undefined && { limited: options.limited }),
    ...(options.room && { room: options.room }),
    imports: importFolder(data),
    logger: options.logTo ? pino({ level: 'trace' }, options.logTo) : pino({ level: 'silent' }),
    ...(options.access && { access: options.access }),
    ...(options.tls && { tls: options.tls }),
    onBroken: (error) => fatal.push(error),
  })
  await commissionLibrary(service, demo)
  let stopped = false
  const stop = async (): Promise<void> => {
    if (stopped) return
    stopped = true
    await close(app, service)
  }
  return { app, service, log, clock, fatal, stop }
}

/** The same, stopped when the test ends. */
export const startFlow = async (options: Options = {}): Promise<Flow> => {
  const flow = await openFlow(options)
  onTestFinished(flow.stop)
  return flow
}

/** The same, on a port of its own. */
export const listen = async (options: Options = {}): Promise<Flow & { readonly url: string }> => {
  const flow = await startFlow(options)
  return { ...flow, url: await flow.app.listen({ host: '127.0.0.1', port: 0 }) }
}

let commands = 0
export const newId = (): string => `flow-order-${++commands}`

/** Gives an order where HTTP and sockets give theirs; the answer, once there is one. */
export const give = (
  service: Service,
  what: Order,
  id = newId(),
  role: Role = 'instructor',
  ship = SHIP,
): Promise<Ruling> =>
  new Promise((reply) =>
    order(service, ship, { id, ...what }, { role, name: 'Test', ship: null, session: null }, reply),
  )

interface Answer<Body> {
  readonly status: number
  readonly type: string
  readonly body: Body
}

export const get = async <Body>(app: App, path: string, role?: Role): Promise<Answer<Body>> => {
  const headers = { host: 'localhost', ...(role ? { 'bulkhead-role': role } : {}) }
  const response = await app.inject({ method: 'GET', url: path, headers })
  return { status: response.statusCode, type: String(response.headers['content-type']), body: response.json() }
}

export const post = async <Body>(app: App, path: string, body: unknown, role?: Role): Promise<Answer<Body>> => {
  const headers = {
    ...{ host: 'localhost', 'content-type': 'application/json' },
    ...(role ? { 'bulkhead-role': role } : {}),
  }
  const payload = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await app.inject({ method: 'POST', url: path, headers, payload })
  return { status: response.statusCode, type: String(response.headers['content-type']), body: response.json() }
}
