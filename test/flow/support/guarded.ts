import type { InviteAsk, NewInvite, OwnSession, Session } from '#shared/protocol/access.ts'
import type { Role } from '#shared/ship/events.ts'
import { type AccessSettings, openAccess } from '../../../server/access/settings.ts'
import type { App } from '../../../server/http/typed.ts'
import { type Flow, listen, startFlow } from './flow.ts'

/** Access guarded on loopback, as `BULKHEAD_ACCESS=guarded` makes it. */
export const guarded = (more: Partial<AccessSettings> = {}): AccessSettings => ({
  ...openAccess(),
  mode: 'guarded',
  ...more,
})

const HOST = 'localhost:1701'
const ORIGIN = `http://${HOST}`

/** What a browser adds to what it asks from its own page. */
const PAGE = { host: HOST, origin: ORIGIN } as const

export const ASK: InviteAsk = { role: 'captain', ship: null, uses: 1, minutes: 10, pin: false }

export interface Asked {
  readonly status: number
  readonly code: string | undefined
  readonly body: unknown
  readonly headers: Readonly<Record<string, unknown>>
}

/** Somebody who sends requests, with a cookie of their own once they are in. */
export class Visitor {
  readonly #app: App
  readonly #headers: Readonly<Record<string, string>>
  cookie: string | null = null

  constructor(app: App, headers: Readonly<Record<string, string>> = {}) {
    this.#app = app
    this.#headers = headers
  }

  async ask(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, address = '127.0.0.1'): Promise<Asked> {
    const response = await this.#app.inject({
      ...{ method, url, remoteAddress: address },
      headers: { ...PAGE, ...(this.cookie !== null && { cookie: this.cookie }), ...this.#headers },
      ...(payload && { payload }),
    })
    const [set] = [response.headers['set-cookie']].flat()
    if (set !== undefined) this.cookie = /max-age=0/i.test(set) ? null : (set.split(';')[0] ?? null)
    const type = String(response.headers['content-type'])
    const body: unknown = /json/.test(type) && response.payload !== '' ? response.json() : response.payload
    const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : undefined
    return { status: response.statusCode, code, body, headers: response.headers }
  }

  async join(
    how: { readonly token: string } | { readonly pin: string },
    name = 'Ann',
    address?: string,
  ): Promise<Asked> {
    return this.ask('POST', '/api/v1/session', { ...how, name }, address)
  }

  async invite(ask: Partial<InviteAsk> = {}): Promise<NewInvite> {
    const made = await this.ask('POST', '/api/v1/access/invites', { ...ASK, ...ask })
    if (made.status !== 201) throw new Error(JSON.stringify(made.body))
    return made.body as NewInvite
  }

  async own(): Promise<OwnSession> {
    return (await this.ask('GET', '/api/v1/session')).body as OwnSession
  }

  /** Id of the session; throws without one. */
  async id(): Promise<string> {
    const own = await this.own()
    if (own.access === 'open' || own.session === null) throw new Error('Nobody is in')
    return own.session.id
  }

  async sessions(): Promise<readonly Session[]> {
    return ((await this.ask('GET', '/api/v1/access')).body as { readonly sessions: readonly Session[] }).sessions
  }
}

export interface Guarded extends Flow {
  /** By the link that is printed at the start. */
  readonly instructor: Visitor
  readonly visitor: () => Visitor
  /** Somebody who came in for a role, and a ship or all. */
  readonly joined: (role: Role, ship?: string | null) => Promise<Visitor>
}

type Options = Parameters<typeof startFlow>[0]

export const guardedOn = async (flow: Flow): Promise<Guarded> => {
  const visitor = () => new Visitor(flow.app)
  const instructor = visitor()
  await instructor.join({ token: flow.service.access.startLink() }, 'Ines')
  const joined = async (role: Role, ship: string | null = null): Promise<Visitor> => {
    const { token } = await instructor.invite({ role, ship })
    const comer = visitor()
    await comer.join({ token }, role)
    return comer
  }
  return { ...flow, instructor, visitor, joined }
}

export const startGuarded = async (options: Options = {}): Promise<Guarded> =>
  guardedOn(await startFlow({ access: guarded(), ...options }))

/** The same, on a port of its own. */
export const listenGuarded = async (
  more: Partial<AccessSettings> = {},
): Promise<Guarded & { readonly url: string }> => {
  const flow = await listen({ access: guarded(more) })
  return { ...(await guardedOn(flow)), url: flow.url }
}
