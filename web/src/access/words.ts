import type { Invite, Session } from '#shared/protocol/access.ts'
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

/** Why nobody can be let in or sent away now; null: it can be done. */
export const whyNotNow = ({ stale }: { readonly stale: boolean }): string | null =>
  stale ? 'Offline: who is in may have changed' : null

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

/** "5 people · 1 h". */
export const usesInWords = ({ usesLeft, expiresAt }: Invite, nowMs: number): string =>
  `${plural(usesLeft, 'person', 'people')} · ${timeLeft(expiresAt, nowMs) ?? 'run out'}`

/** "PIN for 8 min". */
export const pinInWords = ({ pinExpiresAt }: Invite, nowMs: number): string => {
  const left = pinExpiresAt && timeLeft(pinExpiresAt, nowMs)
  return left ? `PIN for ${left}` : 'no PIN'
}

/** "2 dashboards", or how long ago it was last heard of. */
export const presenceInWords = ({ dashboards, seenAt }: Session, nowMs: number): string => {
  if (dashboards > 0) return plural(dashboards, 'dashboard')
  const minutes = Math.floor((nowMs - Date.parse(seenAt)) / MINUTE_MS)
  return minutes < 1 ? 'here just now' : `seen ${spokenTime(minutes * MINUTE_MS)} ago`
}

const LOOPBACK = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|$)/

/** Nobody at another machine finds the server there. */
export const isOnlyHere = (address: string): boolean => LOOPBACK.test(address)

/** Where others find this server, the likeliest first: not where only this machine finds it, unless nothing else is known. */
export const addressesFor = (here: string, known: readonly string[]): readonly string[] => {
  const all = [...new Set([here, ...known])]
  const fromElsewhere = all.filter((address) => !isOnlyHere(address))
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
