import type { StoredInvite, StoredSession } from '#db/accessStore.ts'
import type { Access, Invite, InviteAsk, JoinAsk, KeyAsk, NewInvite } from '#shared/protocol/access.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Clock } from '../clock.ts'
import { problem } from '../problem.ts'
import { Invites } from './invites.ts'
import { Pins } from './pins.ts'
import { type Begun, BROWSER_MS_MAX, Sessions, WAITING_MS_MAX } from './sessions.ts'
import type { AccessSettings } from './settings.ts'

const DAY_MS = 86_400_000

/** Of the instructor's own link, so that each start takes back that of the start before. */
const START_INVITE = 'start'
const START_ASK: InviteAsk = { role: 'instructor', ship: null, uses: 1, minutes: 1_440, pin: false }

/** Used up, run out, withdrawn, never made, tried too often: told alike, so that nothing is learnt by trying. */
const INVITE_UNUSABLE = problem(
  'InviteUnusable',
  'This invitation cannot be used, or not any more. Ask an instructor for another',
)

/** Where somebody who joins comes from. */
interface Comer {
  readonly address: string
  /** Token of the session that the same browser has had so far. */
  readonly earlier: string | null
}

/** A change of who may come in or who is in, of one ship or (null) of all. */
type Changed = (ship: string | null) => void

/** Who may come in, who is in, and who is told when that changes. */
export class AccessControl {
  readonly mode: Access
  readonly #settings: AccessSettings
  readonly #invites: Invites
  readonly sessions: Sessions
  readonly #onEnded: ((session: StoredSession) => void)[] = []
  readonly #onChanged: Changed[] = []

  constructor(settings: AccessSettings, clock: Clock) {
    const { store, random, mode } = settings
    const now = (): number => clock.steadyMs()
    this.mode = mode
    this.#settings = settings
    this.#invites = new Invites(store, new Pins(random, now), random, now)
    this.sessions = new Sessions(store, random, clock, now, (session) => {
      for (const listener of this.#onEnded) listener(session)
      this.#changed(session.ship)
    })
  }

  onEnded(listener: (session: StoredSession) => void): void {
    this.#onEnded.push(listener)
  }

  onChanged(listener: Changed): void {
    this.#onChanged.push(listener)
  }

  /** Where the server can be reached when it listens on that port. */
  addresses(port: number): readonly string[] {
    return this.#settings.addresses(port)
  }

  invites(): readonly Invite[] {
    return this.#invites.all()
  }

  invite(ask: InviteAsk): NewInvite {
    const invite = this.#invites.make(ask)
    this.#changed(ask.ship)
    return invite
  }

  /** The token of the one link with which a guarded server is taken over by whoever started it. */
  startLink(): string {
    return this.#invites.make(START_ASK, START_INVITE).token
  }

  withdraw({ id, ship }: Invite): void {
    this.#invites.withdraw(id)
    this.#changed(ship)
  }

  /** By a link at once, by a PIN to wait for an instructor. The browser's earlier session ends. */
  join(ask: JoinAsk, { address, earlier }: Comer): Result<Begun, Problem> {
    const invite = 'token' in ask ? this.#invites.take(ask.token) : this.#invites.byPin(ask.pin, address)
    if (!invite) return err(INVITE_UNUSABLE)
    const replaced = earlier === null ? null : this.sessions.of(earlier)
    if (replaced) this.sessions.end(replaced.id)
    return ok(this.#begin(invite, ask))
  }

  issueKey({ role, ship, name, days }: KeyAsk): Begun {
    const lastsMs = days * DAY_MS
    const begun = this.sessions.begin({ role, ship, name, kind: 'program', state: 'admitted', lastsMs })
    this.#changed(ship)
    return begun
  }

  /** Null if nobody waits under that id, or is in already. */
  admit(id: string): StoredSession | null {
    const admitted = this.sessions.admit(id)
    if (admitted) this.#changed(admitted.ship)
    return admitted
  }

  /** Lets go of the store. Nothing may be called afterwards. */
  close(): void {
    this.sessions.stop()
    this.#settings.store.close()
  }

  #begin({ role, ship }: StoredInvite, ask: JoinAsk): Begun {
    const came = 'token' in ask ? IN_AT_ONCE : TO_WAIT
    const begun = this.sessions.begin({ role, ship, name: ask.name, kind: 'browser', ...came })
    this.#changed(ship)
    return begun
  }

  #changed(ship: string | null): void {
    for (const listener of this.#onChanged) listener(ship)
  }
}

const IN_AT_ONCE = { state: 'admitted', lastsMs: BROWSER_MS_MAX } as const
const TO_WAIT = { state: 'waiting', lastsMs: WAITING_MS_MAX } as const
