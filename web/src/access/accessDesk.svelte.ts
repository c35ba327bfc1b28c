import type { AccessReport, Invite, InviteAsk, KeyAsk, NewInvite, Session } from '#shared/protocol/access.ts'
import type { Answer } from '#shared/protocol/sockets.ts'
import { getJson } from '../link/api.ts'
import { change } from '../link/change.ts'
import type { Identity } from '../link/identity.ts'
import { toast } from '../ui/toasts.svelte.ts'

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
  /** The change that is on its way, by its path. */
  changing = $state<string | null>(null)
  /** Made here and not put away yet: the server tells neither a second time. */
  invite = $state.raw<NewInvite | null>(null)
  key = $state.raw<NewKey | null>(null)

  constructor(as: Identity) {
    this.#as = as
  }

  /** Who has come by PIN and has yet to be admitted. */
  get waiting(): readonly Session[] {
    return this.report?.sessions.filter(({ state }) => state === 'waiting') ?? []
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

  withdraw = async ({ id }: Invite): Promise<void> => {
    const answer = await this.#change('DELETE', `/access/invites/${id}`)
    if (!answer.ok) return
    toast('The invitation is withdrawn')
    if (this.invite?.id === id) this.invite = null
  }

  admit = async ({ id, name }: Session): Promise<void> => {
    const answer = await this.#change('POST', `/access/sessions/${id}/admit`)
    if (answer.ok) toast(`${name} is in`)
  }

  refuse = (session: Session): Promise<void> => this.#end(session, 'is refused, and may ask again by the same PIN')

  sendAway = (session: Session): Promise<void> => this.#end(session, 'is out')

  endKey = (program: Session): Promise<void> => this.#end(program, 'has no key any more')

  async #end({ id, name }: Session, whatItIsNow: string): Promise<void> {
    const answer = await this.#change('DELETE', `/access/sessions/${id}`)
    if (!answer.ok) return
    toast(`${name} ${whatItIsNow}`)
    if (this.key?.session.id === id) this.key = null
  }

  async #change<Body>(method: 'POST' | 'DELETE', path: string, ask?: object): Promise<Answer<{ readonly body: Body }>> {
    this.changing = path
    const answer = await change<Body>(method, path, ask)
    this.changing = null
    if (!answer.ok) toast(answer.error.detail)
    await this.load()
    return answer
  }
}

const desks = new WeakMap<Identity, AccessDesk>()

/** The same for one session, so that an invitation just made is still there after a look at the board. */
export const accessDeskOf = (instructor: Identity): AccessDesk => {
  const desk = desks.get(instructor) ?? new AccessDesk(instructor)
  desks.set(instructor, desk)
  return desk
}
