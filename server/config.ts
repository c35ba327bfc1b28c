import { parseArgs } from 'node:util'
import { err, ok, type Result } from '#shared/result.ts'

export interface Config {
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  /** Folder of the log, and of the user's own ships and scenarios. */
  readonly data: string
  /** Whether a first start shows the demonstration. */
  readonly demo: boolean
  readonly logLevel: LogLevel
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
type LogLevel = (typeof LOG_LEVELS)[number]

const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', 'localhost']

const OPTIONS = {
  host: { type: 'string' },
  port: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'string' },
  'log-level': { type: 'string' },
} as const

/** Flags before environment before defaults; every fault at once, in words for whoever typed it. */
export const readConfig = (args: readonly string[], env: NodeJS.ProcessEnv): Result<Config, readonly string[]> => {
  const flags = readFlags(args)
  if (!flags.ok) return flags
  const host = flags.value.host ?? env.HOST ?? '127.0.0.1'
  const port = flags.value.port ?? env.PORT ?? '1701'
  const demo = flags.value.demo ?? env.BULKHEAD_DEMO ?? 'on'
  const logLevel = flags.value['log-level'] ?? env.LOG_LEVEL ?? 'info'

  const faults: string[] = []
  if (!LOOPBACK.includes(host)) faults.push(notLoopback(host))
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) faults.push(`PORT must be 0 to 65535, not "${port}"`)
  if (demo !== 'on' && demo !== 'off') faults.push(`BULKHEAD_DEMO must be on or off, not "${demo}"`)
  if (!isLogLevel(logLevel))
    return err([...faults, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${logLevel}"`])
  if (faults.length > 0) return err(faults)
  const data = flags.value.data ?? dataFolder(env)
  return ok({ host, port: Number(port), data, demo: demo === 'on', logLevel })
}

export const dataFolder = (env: NodeJS.ProcessEnv): string => env.BULKHEAD_DATA ?? 'data'

const readFlags = (args: readonly string[]) => {
  try {
    return ok(parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values)
  } catch (error) {
    return err([error instanceof Error ? error.message : String(error)])
  }
}

const isLogLevel = (text: string): text is LogLevel => LOG_LEVELS.some((level) => level === text)

const notLoopback = (host: string): string =>
  `HOST ${host} would let other machines in, and there is no way yet to say who may come. Use ${LOOPBACK.join(', ')}`
