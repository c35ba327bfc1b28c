import type { Problem } from '#shared/protocol/sockets.ts'
import { mayLetIn } from '#shared/protocol/rights.ts'
import type { Result } from '#shared/result.ts'
import { credentialOf } from '../receive/credential.ts'
import { type Person, personBy, readPerson } from '../receive/person.ts'
import type { Service } from '../service.ts'
import type { Dashboard, Sockets } from './dashboard.ts'

/** Who opens a dashboard: by the token of the handshake, its header or its cookie. Asked anew at each connection. */
export const personShaking = (
  { handshake, request }: Dashboard,
  { access, senderOf }: Service,
): Result<Person, Problem> => {
  const { role, name, token } = handshake.auth as Record<string, unknown>
  const { scheme } = senderOf(request)
  const shown = typeof token === 'string' ? token : (credentialOf(request.headers, scheme)?.token ?? null)
  return personBy(access, shown, () => readPerson(role, name))
}

/** A session that ends takes its dashboards with it. */
export const cutTheEnded = (io: Sockets, { access }: Service): void => {
  io.on('connection', (socket) => {
    const { session } = socket.data.person
    if (session !== null) void socket.join(sessionRoom(session))
  })
  access.onEnded(({ id }) => {
    // Cut rather than sent away: its client tries again, and is told why it may not come back.
    for (const socket of of(io, sessionRoom(id))) socket.conn.close(true)
  })
  access.sessions.dashboards = (id) => of(io, sessionRoom(id)).length
}

/** Tells instructors that there is something new to read; those of one ship only if it is about her. */
export const tellOfAccess = (io: Sockets, { access }: Service): void => {
  io.on('connection', (socket) => {
    const { role, ship } = socket.data.person
    if (mayLetIn(role)) void socket.join(deskRoom(ship))
  })
  access.onChanged((ship) =>
    io.to(ship === null ? deskRoom(null) : [deskRoom(null), deskRoom(ship)]).emit('access', {}),
  )
}

const sessionRoom = (id: string): string => `session:${id}`
const deskRoom = (ship: string | null): string => `desk:${ship ?? ''}`

const of = (io: Sockets, room: string): readonly Dashboard[] =>
  [...(io.sockets.adapter.rooms.get(room) ?? [])].flatMap((id) => io.sockets.sockets.get(id) ?? [])
