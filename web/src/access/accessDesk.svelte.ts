import type { AccessReport, InviteAsk, KeyAsk, NewInvite, Session } from '#shared/protocol/access.ts'
import type { Answer, Problem } from '#shared/protocol/sockets.ts'
import { getJson } from '../link/api.ts'
import { change } from '../link/change.ts'
import type { Identity } from '../link/identity.ts'

/** A program's key as told once. */
export interface NewKey {
  readonly token: string
  readonly session: Session
}

/** Who may come in and who is in, as an instructor sees and changes it. */
export class AccessDesk {
  readonly #as: Identity
  /** Null: not known yet. */
  report = $state.raw<AccessReport | null>(null)
  /** Why the report could not be had; what is shown may be out of date. */
  unheard = $state<string | null>(null)
  /** Why the last change was refused. */
  refused = $state.raw<Problem | null>(null)
  /** The change that is on its way, by its path. */
  changing = $state<string | null>(null)
  /** Made here and not put away yet: the server tells neither a second time. */
  invite = $state.raw<NewInvite | null>(null)
  key = $state.raw<NewKey | null>(null)

  constructor(as: Identity) {
    this.#as = as
  }

  async load(): Promise<void> {
    try {
      this.report = await getJson<AccessReport>('/access', this.#as)
      this.unheard = null
    } catch (error) {
      this.unheard = error instanceof Error ? error.message : String(error)
    }
  }

  makeInvite = async (ask: InviteAsk): Promise<void> => {
    const answer = await this.#change<NewInvite>('POST', '/access/invites', ask)
    if (answer.ok) this.invite = answer.body
  }

  makeKey = async (ask: KeyAsk): Promise<void> => {
    const answer = await this.#change<NewKey>('POST', '/access/keys', ask)
    if (answer.ok) this.key = answer.body
  }

  withdraw = async (invite: string): Promise<void> => {
    await this.#change('DELETE', `/access/invites/${invite}`)
    if (this.invite?.id === invite) this.invite = null
  }

  admit = async (session: string): Promise<void> => {
    await this.#change('POST', `/access/sessions/${session}/admit`)
  }

  /** Refuses whoever waits, sends away whoever is in, ends a program's key. */
  end = async (session: string): Promise<void> => {
    await this.#change('DELETE', `/access/sessions/${session}`)
    if (this.key?.session.id === session) this.key = null
  }

  async #change<Body>(method: 'POST' | 'DELETE', path: string, ask?: object): Promise<Answer<{ readonly body: Body }>> {
    this.refused = null
    this.changing = path
    const answer = await change<Body>(method, path, ask)
    this.changing = null
    if (!answer.ok) this.refused = answer.error
    await this.load()
    return answer
  }
}
