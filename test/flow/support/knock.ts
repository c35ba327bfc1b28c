import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import type { Down, Problem, Up } from '#shared/protocol/sockets.ts'

interface Shown {
  readonly cookie?: string | null
  readonly bearer?: string
  readonly auth?: object
  /** Null: none, as of a program. */
  readonly origin?: string | null
  /** What a proxy adds. */
  readonly headers?: Readonly<Record<string, string>>
}

export type Link = Socket<Down, Up>

/** A dashboard's connection, if it comes to one; or why it does not. */
export const knock = async (
  url: string,
  { cookie, bearer, auth = {}, origin = url, headers: added }: Shown,
): Promise<Link | Problem | null> => {
  const headers = {
    ...added,
    ...(cookie !== undefined && cookie !== null && { cookie }),
    ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    ...(origin !== null && { origin }),
  }
  const socket: Link = io(url, {
    ...{ transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: headers, auth },
  })
  onTestFinished(() => void socket.disconnect())
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', (error) => resolve('data' in error ? (error.data as Problem) : null))
  })
}

/** The connection; throws if there was none. */
export const connect = async (url: string, shown: Shown): Promise<Link> => {
  const answer = await knock(url, shown)
  if (answer === null || 'code' in answer) throw new Error(`Not let in: ${JSON.stringify(answer)}`)
  return answer
}
