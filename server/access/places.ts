import { hostname, networkInterfaces } from 'node:os'
import { BlockList, isIPv6 } from 'node:net'

/** As they stand in a `Host`. */
export const LOOPBACK_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** Every address of the machine, or every one of one kind. */
const WILDCARDS: readonly string[] = ['0.0.0.0', '::']

/** What a machine says of itself. */
export interface Machine {
  readonly name: string
  /** Addresses of its interfaces, as they are now: a laptop moves. */
  readonly addresses: () => readonly string[]
}

export const thisMachine: Machine = {
  name: hostname(),
  addresses: () =>
    Object.values(networkInterfaces())
      .flat()
      .flatMap((one) => (one && !one.address.startsWith('fe80:') ? [one.address] : [])), // such an address needs a zone
}

export const isLoopback = (host: string): boolean => host === 'localhost' || LOOPBACK.check(host, familyOf(host))

/** Whether strangers could reach it: an address, or the wildcard of a machine that has one such address. */
export const isPublic = (host: string, machine: Machine): boolean =>
  boundTo(host, machine).some((address) => !NOT_PUBLIC.check(address, familyOf(address)))

/** The addresses that a server on that host answers at. */
export const boundTo = (host: string, machine: Machine): readonly string[] => {
  if (host === 'localhost') return ['127.0.0.1']
  if (!WILDCARDS.includes(host)) return [host]
  return machine.addresses().filter((address) => host === '::' || !isIPv6(address))
}

/** The names and addresses under which it may be asked, as they stand in a `Host`. */
export const hostNames = (host: string, more: readonly string[], machine: Machine): ReadonlySet<string> => {
  const own = isLoopback(host) ? [inHost(host)] : [machine.name, ...boundTo(host, machine).map(inHost)]
  return new Set([...LOOPBACK_NAMES, ...own, ...more].map((name) => name.toLowerCase()))
}

/** An address as a URL has it. */
export const inHost = (address: string): string => (isIPv6(address) ? `[${address}]` : address)

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4')

type Network = readonly [address: string, prefix: number]

const listed = (...networks: readonly Network[]): BlockList => {
  const list = new BlockList()
  for (const [address, prefix] of networks) list.addSubnet(address, prefix, familyOf(address))
  return list
}

const LOOPBACK_NETWORKS: readonly Network[] = [
  ['127.0.0.0', 8],
  ['::1', 128],
]

const LOOPBACK = listed(...LOOPBACK_NETWORKS)

/** Not reached from beyond a site: RFC 1918, RFC 3927, RFC 4193, RFC 4291, and RFC 6598 behind a provider's translation. */
const NOT_PUBLIC = listed(
  ...LOOPBACK_NETWORKS,
  ...([
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['169.254.0.0', 16],
    ['100.64.0.0', 10],
    ['fc00::', 7],
    ['fe80::', 10],
  ] as const),
)
