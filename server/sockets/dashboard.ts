import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { Down, Up } from '#shared/protocol/sockets.ts'
import type { Person } from '../receive/person.ts'

interface SocketData {
  person: Person
  address: string
  /** Whose orders are counted together: the session, or where there is none, the address. */
  countedAs: string
}

/** Socket.IO, with the messages of this house. */
export type Sockets = Server<Up, Down, DefaultEventsMap, SocketData>
/** The server's end of one connection. */
export type Dashboard = Socket<Up, Down, DefaultEventsMap, SocketData>
