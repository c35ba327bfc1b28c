import type { Session } from '#shared/protocol/access.ts'
import type { Role } from '#shared/ship/events.ts'
import { plural } from '../panels/format.ts'
import { JOIN } from '../router.ts'
import { spokenTime } from '../ui/duration.ts'

export interface NamedShip {
  readonly id: string
  readonly name: string
}

interface Scope {
  readonly role: Role
  readonly ship: string | null
}

/** "operations · all ships". */
export const scopeInWords = ({ role, ship }: Scope, ships: readonly NamedShip[]): string =>
  `${role} · ${ship === null ? 'all ships' : (ships.find(({ id }) => id === ship)?.name ?? ship)}`

const MINUTE_MS = 60_000

/** Time until an instant (ISO 8601) in whole minutes, the last of them in seconds; null: it is over. */
export const timeLeft = (until: string, nowMs: number): string | null => {
  const leftMs = Date.parse(until) - nowMs
  if (leftMs <= 0) return null
  return leftMs < MINUTE_MS ? spokenTime(leftMs) : spokenTime(Math.ceil(leftMs / MINUTE_MS) * MINUTE_MS)
}

/** "2 dashboards", or how long ago it was last heard of. */
export const presenceInWords = ({ dashboards, seenAt }: Session, nowMs: number): string => {
  if (dashboards > 0) return plural(dashboards, 'dashboard')
  const agoMs = nowMs - Date.parse(seenAt)
  return agoMs < MINUTE_MS ? 'here just now' : `seen ${spokenTime(Math.floor(agoMs / MINUTE_MS) * MINUTE_MS)} ago`
}

const LOOPBACK = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|$)/

/** Where others find this server, the likeliest first: not where only this machine finds it, unless nothing else is known. */
export const addressesFor = (here: string, known: readonly string[]): readonly string[] => {
  const all = [...new Set([here, ...known])]
  const fromElsewhere = all.filter((address) => !LOOPBACK.test(address))
  return fromElsewhere.length > 0 ? fromElsewhere : all
}

/** The page at which a PIN is given. */
export const doorAt = (address: string): string => address + JOIN

/** What stands behind a `#` is sent to no server and stands in no log. */
export const linkTo = (address: string, token: string): string => `${doorAt(address)}#${token}`

/** "123 456": read out in two breaths. */
export const pinInGroups = (pin: string): string => pin.replace(/(...)(?=.)/g, '$1 ')

/** The dark squares of a QR code as the path of a drawing, a square being 1 wide. */
export const pathOfSquares = (rows: readonly (readonly boolean[])[]): string =>
  rows.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('')).join('')
