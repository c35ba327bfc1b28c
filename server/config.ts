import { isIP } from 'node:net'
import { parseArgs } from 'node:util'
import proxyAddr from '@fastify/proxy-addr'
import type { Access } from '#shared/protocol/access.ts'
import { err, ok, type Result } from '#shared/result.ts'
import { isLoopback, isPublic, type Machine, thisMachine } from './access/places.ts'
import { readTls, type Tls } from './tls.ts'

export interface Config {
  /** An address of this machine, or `localhost`. */
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  /** Folder of the log, and of the user's own ships and scenarios. */
  readonly data: string
  /** Whether a first start shows the demonstration. */
  readonly demo: boolean
  readonly logLevel: LogLevel
  readonly access: Access
  /** Further names by which the server is asked. */
  readonly hosts: readonly string[]
  /** Addresses or networks whose `X-Forwarded-…` is believed. */
  readonly proxies: readonly string[]
  readonly tls: Tls | null
  /** Folder for backups taken now and then; null: none are. */
  readonly backups: string | null
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
type LogLevel = (typeof LOG_LEVELS)[number]

const OPTIONS = {
  host: { type: 'string' },
  port: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'string' },
  'log-level': { type: 'string' },
  access: { type: 'string' },
  hosts: { type: 'string' },
  proxy: { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  backups: { type: 'string' },
} as const

/** Flags before environment before defaults; every fault at once, in words for whoever typed it. */
export const readConfig = (
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  machine: Machine = thisMachine,
): Result<Config, readonly string[]> => {
  const flags = readFlags(args)
  if (!flags.ok) return flags
  const said = flags.value
  const host = said.host ?? env.HOST ?? '127.0.0.1'
  const port = said.port ?? env.PORT ?? '1701'
  const demo = said.demo ?? env.BULKHEAD_DEMO ?? 'on'
  const logLevel = said['log-level'] ?? env.LOG_LEVEL ?? 'info'
  const access = said.access ?? env.BULKHEAD_ACCESS ?? 'auto'
  const hosts = listOf(said.hosts ?? env.BULKHEAD_HOSTS)
  const proxies = listOf(said.proxy ?? env.BULKHEAD_PROXY)
  const tls = readTls(said['tls-cert'] ?? env.BULKHEAD_TLS_CERT, said['tls-key'] ?? env.BULKHEAD_TLS_KEY)

  const faults = [
    ...hostFaults(host, tls.ok && tls.value === null && proxies.length === 0, machine),
    ...(tls.ok ? [] : [tls.error]),
    ...(/^\d{1,5}$/.test(port) && Number(port) <= 65_535 ? [] : [`PORT must be 0 to 65535, not "${port}"`]),
    ...oneOf('BULKHEAD_DEMO', ['on', 'off'], demo),
    ...oneOf('LOG_LEVEL', LOG_LEVELS, logLevel),
    ...oneOf('BULKHEAD_ACCESS', ['auto', 'guarded'], access),
    ...hosts.filter((name) => !HOST_NAME.test(name)).map(notHostName),
    ...proxies.filter((proxy) => !isNetwork(proxy)).map(notNetwork),
  ]
  if (faults.length > 0 || !tls.ok || !isLogLevel(logLevel)) return err(faults)
  const isOpen = access === 'auto' && isLoopback(host) && hosts.length === 0 && proxies.length === 0
  return ok({
    ...{ host, port: Number(port), data: said.data ?? dataFolder(env), demo: demo === 'on', logLevel },
    ...{ access: isOpen ? 'open' : 'guarded', hosts, proxies, tls: tls.value },
    backups: said.backups ?? env.BULKHEAD_BACKUPS ?? null,
  })
}

export const dataFolder = (env: NodeJS.ProcessEnv): string => env.BULKHEAD_DATA ?? 'data'

const readFlags = (args: readonly string[]) => {
  try {
    return ok(parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values)
  } catch (error) {
    return err([error instanceof Error ? error.message : String(error)])
  }
}

const listOf = (text = ''): readonly string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')

const oneOf = (name: string, allowed: readonly string[], value: string): readonly string[] =>
  allowed.includes(value) ? [] : [`${name} must be ${inWords(allowed)}, not "${value}"`]

const inWords = (allowed: readonly string[]): string =>
  allowed.length === 2 ? allowed.join(' or ') : `one of ${allowed.join(', ')}`

const isLogLevel = (text: string): text is LogLevel => LOG_LEVELS.some((level) => level === text)

const HOST_NAME = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])$/i
const notHostName = (name: string): string => `BULKHEAD_HOSTS must be names without a port, not "${name}"`

const isNetwork = (text: string): boolean => {
  try {
    proxyAddr.compile([text])
    return true
  } catch {
    return false
  }
}
const notNetwork = (text: string): string =>
  `BULKHEAD_PROXY must be addresses or networks such as 10.0.0.1 or 10.0.0.0/24, not "${text}"`

const hostFaults = (host: string, isPlain: boolean, machine: Machine): readonly string[] => {
  if (host !== 'localhost' && isIP(host) === 0)
    return [`HOST must be localhost or an address of this machine, not "${host}"`]
  return isPlain && isPublic(host, machine) ? [tooOpen(host)] : []
}

const tooOpen = (host: string): string =>
  `HOST ${host} can be reached by strangers, and what they see and send could be read by others. Set BULKHEAD_TLS_CERT and ` +
  'BULKHEAD_TLS_KEY, or BULKHEAD_PROXY with the address of the proxy that has the certificate'
