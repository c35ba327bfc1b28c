import { Type } from 'typebox'
import type {
  AccessReport,
  Invite as InviteToldOf,
  OwnSession as Own,
  Session as SessionToldOf,
} from '#shared/protocol/access.ts'
import { ROLES } from '#shared/protocol/rights.ts'
import { list } from './shapes.ts'

const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const When = Type.String({ format: 'date-time' })
const Mode = Type.Enum(['open', 'guarded'])
const Whose = {
  role: Type.Enum([...ROLES]),
  ship: Type.Union([Type.String(), Type.Null()], { description: 'the one ship it is for; null: all' }),
}

const inviteMembers = {
  id: Type.String(),
  ...Whose,
  usesLeft: Type.Integer(),
  expiresAt: When,
  pinExpiresAt: Type.Union([When, Type.Null()], { description: 'null: there is no PIN, or not any more' }),
}
const Invite = Type.Object(inviteMembers)

/** Told once. */
export const NewInvite = Type.Object({
  ...inviteMembers,
  token: Type.String({ description: 'belongs behind the # of /join' }),
  pin: orNull(Type.String()),
})

const sessionMembers = {
  id: Type.String(),
  ...Whose,
  name: Type.String(),
  state: Type.Enum(['waiting', 'admitted'], { description: 'waiting: an instructor has yet to admit them' }),
  expiresAt: When,
}

export const Session = Type.Unsafe<SessionToldOf>(
  Type.Object({
    ...sessionMembers,
    kind: Type.Enum(['browser', 'program']),
    createdAt: When,
    seenAt: When,
    dashboards: Type.Integer({ description: 'open now' }),
  }),
)

/** Told once. */
export const NewKey = Type.Object({
  token: Type.String({ description: 'for Authorization: Bearer' }),
  session: Session,
})

export const OwnSession = Type.Unsafe<Own>(
  Type.Object({
    access: Mode,
    session: Type.Optional(
      Type.Union([Type.Object(sessionMembers), Type.Null()], { description: 'null: nobody who was let in' }),
    ),
  }),
)

export const Report = Type.Unsafe<AccessReport>(
  Type.Object({
    access: Mode,
    addresses: Type.Array(Type.String(), { description: 'where this server can be reached' }),
    invites: list<InviteToldOf>(Invite),
    sessions: list<SessionToldOf>(Session),
  }),
)
