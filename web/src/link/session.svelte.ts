import type { OwnSession } from '#shared/protocol/access.ts'

type Person = NonNullable<Extract<OwnSession, { access: 'guarded' }>['session']>

/** Whether, and as whom, this browser is let in. Where access is open nobody asks, and there is no person. */
class BrowserSession {
  /** Null: the server has not been asked yet. */
  own = $state.raw<OwnSession | null>(null)
  /** The session that there was, and what ended it if it is known; null: there was none. */
  ended = $state.raw<{ readonly why: string | undefined; readonly name: string } | null>(null)

  /** Who has come to the door, admitted or not. */
  get person(): Person | null {
    return this.own?.access === 'guarded' ? this.own.session : null
  }

  get isIn(): boolean {
    return this.own?.access === 'open' || this.person?.state === 'admitted'
  }

  /** The server knows this browser no more. Said once, by whoever hears it first. */
  end(why?: string): void {
    const { person } = this
    if (!person) return
    this.own = { access: 'guarded', session: null }
    this.ended = { why, name: person.name }
  }
}

/** Pages of one browser have one session: whoever comes in anew tells the others, as they are somebody else now too. */
export const cameIn = new BroadcastChannel('bulkhead.session')

export const session = new BrowserSession()
