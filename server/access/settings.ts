import type { AccessStore } from '#db/accessStore.ts'
import { memoryAccess } from '#db/memoryAccess.ts'
import type { Access } from '#shared/protocol/access.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { boundTo, hostNames, inHost, isLoopback, LOOPBACK_NAMES, type Machine, thisMachine } from './places.ts'
import { type Random, systemRandom } from './secrets.ts'

/** How a server is reached, and by whom. */
export interface AccessSettings {
  readonly mode: Access
  readonly store: AccessStore
  readonly random: Random
  /** The names and addresses by which it is asked, as in a `Host` without its port, in small letters. */
  readonly hosts: () => ReadonlySet<string>
  /** Where it can be reached when it listens on that port; the first is for links. */
  readonly addresses: (port: number) => readonly string[]
  /** Addresses or networks of the proxies that are believed. */
  readonly proxies: readonly string[]
}

/** For this machine alone, and everybody on it. */
export const openAccess = (): AccessSettings => ({
  mode: 'open',
  store: memoryAccess(),
  random: systemRandom,
  hosts: () => new Set(LOOPBACK_NAMES),
  addresses: (port) => [`http://127.0.0.1:${port}`],
  proxies: [],
})

type Reached = Pick<Config, 'access' | 'host' | 'hosts' | 'proxies' | 'tls'>

/** As it is configured. */
export const accessFor = (
  config: Reached,
  store: AccessStore,
  clock: Clock,
  machine: Machine = thisMachine,
): AccessSettings => ({
  mode: config.access,
  store,
  random: systemRandom,
  hosts: nowAndThen(clock, () => hostNames(config.host, config.hosts, machine)),
  addresses: (port) => addressesOf(config, port, machine),
  proxies: config.proxies,
})

/** Those of a proxy first: it is how people come. Then those that another machine can use. */
const addressesOf = ({ host, hosts, proxies, tls }: Reached, port: number, machine: Machine): readonly string[] => {
  const direct = (name: string): string => `${tls ? 'https' : 'http'}://${name}:${port}`
  const named = hosts.map((name) => (proxies.length > 0 ? `https://${name}` : direct(name)))
  const bound = [...boundTo(host, machine)].sort((a, b) => Number(isLoopback(a)) - Number(isLoopback(b)))
  return [...named, ...bound.map((address) => direct(inHost(address)))]
}

/** Invented: a laptop that has moved goes by its new address within so long. Asking costs too much for every request. */
const LOOK_EVERY_MS = 10_000

const nowAndThen = <Value>(clock: Clock, look: () => Value): (() => Value) => {
  let seen = { value: look(), atMs: clock.elapsedMs() }
  return () => {
    const nowMs = clock.elapsedMs()
    if (nowMs - seen.atMs > LOOK_EVERY_MS) seen = { value: look(), atMs: nowMs }
    return seen.value
  }
}
