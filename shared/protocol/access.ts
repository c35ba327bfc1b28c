import { type Static, Type } from 'typebox'
import { closed, Name } from '../schema/types.ts'
import type { Role } from '../ship/events.ts'

/**
 * Who may come in. Bound to loopback everybody may ("open"). Otherwise ("guarded") a visitor needs an invitation, as a link
 * (or a QR code of it) or a PIN, each made for a role and, if wished, one ship; it is traded for a session.
 */
export type Access = 'open' | 'guarded'

const RoleSchema = Type.Enum(['instructor', 'captain', 'operations', 'medical', 'observer'] satisfies readonly Role[])
const ShipScope = Type.Union([Type.String({ pattern: '^[a-z0-9][a-z0-9-]*$', maxLength: 64 }), Type.Null()], {
  description: 'the one ship it is for; null: all of them',
})

/** What the desk asks for. Bounds invented: a class joins within a lesson, a stranger's find is soon worthless. */
export const InviteAsk = Type.Object(
  {
    role: RoleSchema,
    ship: ShipScope,
    uses: Type.Integer({ minimum: 1, maximum: 50, description: 'how many may come in by the link' }),
    minutes: Type.Integer({ minimum: 1, maximum: 1_440, description: 'how long the link works' }),
    pin: Type.Boolean({ description: 'whether there is a PIN as well; who comes by it waits to be admitted' }),
  },
  closed,
)
export type InviteAsk = Static<typeof InviteAsk>

/** A key for a program, sent as `Authorization: Bearer`. */
export const KeyAsk = Type.Object(
  {
    role: RoleSchema,
    ship: ShipScope,
    name: Name,
    days: Type.Integer({ minimum: 1, maximum: 365 }),
  },
  closed,
)
export type KeyAsk = Static<typeof KeyAsk>

/** What a visitor brings: the token of a link (what stands behind its `#`), or a PIN. */
export const JoinAsk = Type.Union([
  Type.Object({ token: Type.String({ minLength: 1, maxLength: 64 }), name: Name }, closed),
  Type.Object({ pin: Type.String({ pattern: '^[0-9]{6}$' }), name: Name }, closed),
])
export type JoinAsk = Static<typeof JoinAsk>

export interface Invite {
  readonly id: string
  readonly role: Role
  readonly ship: string | null
  readonly usesLeft: number
  /** ISO 8601, as are all times here. */
  readonly expiresAt: string
  /** Null: it has none, or its own has run out or was guessed at too often. */
  readonly pinExpiresAt: string | null
}

/** As told once, to whoever made it: neither the link nor the PIN can be read again. */
export interface NewInvite extends Invite {
  /** The token belongs behind the `#` of `/join`: what stands there is sent to no server and into no log. */
  readonly token: string
  readonly pin: string | null
}

/** Somebody, or some program, that is in, or waits at the door. */
export interface Session {
  readonly id: string
  readonly role: Role
  readonly ship: string | null
  readonly name: string
  readonly kind: 'browser' | 'program'
  /** waiting: came by a PIN and has yet to be admitted. */
  readonly state: 'waiting' | 'admitted'
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
  /** Dashboards open now. */
  readonly dashboards: number
}

/** Of whoever asks; null: nobody whom the server knows. */
export type OwnSession =
  | { readonly access: 'open' }
  | {
      readonly access: 'guarded'
      readonly session: Pick<Session, 'id' | 'role' | 'ship' | 'name' | 'state' | 'expiresAt'> | null
    }

/** What the desk shows of it all. */
export interface AccessReport {
  readonly access: Access
  /** Where this server can be reached, as far as it knows: `http://192.168.1.5:1701`. */
  readonly addresses: readonly string[]
  readonly invites: readonly Invite[]
  readonly sessions: readonly Session[]
}
