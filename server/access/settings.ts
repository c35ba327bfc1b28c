import type { AccessStore } from '#db/accessStore.ts'
import { memoryAccess } from '#db/memoryAccess.ts'
import type { Access } from '#shared/protocol/access.ts'
import { LOOPBACK_NAMES } from './places.ts'
import { type Random, systemRandom } from './secrets.ts'

/** How a server is reached, and by whom. */
export interface AccessSettings {
  readonly mode: Access
  readonly store: AccessStore
  readonly random: Random
  /** The names and addresses by which it is asked, as in a `Host` without its port, in small letters. */
  readonly hosts: () => ReadonlySet<string>
  /** Where it can be reached when it listens on that port. */
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
