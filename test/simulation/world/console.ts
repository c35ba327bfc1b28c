import type { Dice } from '#shared/dice.ts'
import type { Command, CommandType, Order } from '#shared/ship/commands.ts'
import type { Introduction } from '#shared/protocol/sockets.ts'
import type { Ship } from '#shared/ship/state.ts'
import type { Cancel } from '../../../server/clock.ts'
import type { Begun } from '../../../server/access/sessions.ts'
import type { Person } from '../../../server/receive/person.ts'
import { isKeptOrder, Kept } from '../../../web/src/link/kept.ts'
import { KeptOutbox } from '../../../web/src/link/keptOutbox.ts'
import { LetterBox } from '../../../web/src/link/letterBox.ts'
import { Link } from '../../../web/src/link/link.ts'
import { missionAt } from '../../../web/src/link/missionClock.ts'
import { StateCheck } from '../../../web/src/link/stateCheck.ts'
import type { ClientEnd, Connection } from './connection.ts'
import type { Findings } from './finding.ts'
import type { Ledger } from './ledger.ts'
import { Line } from './line.ts'
import { storage } from './storage.ts'
import type { VirtualTime } from './virtualTime.ts'
import { SimulatedWire } from './wire.ts'

const BEAT_MS = 2_000
/** The next frame of a page that is shown; hidden ones get theirs much later. */
const FRAME_MS = 16
const HIDDEN_FRAME_MS = 5_000

export interface ConsoleParts {
  readonly name: string
  readonly person: Person
  readonly session: Begun | null
  readonly ship: string
  /** A phone: its orders are kept in the browser, and outlive the page. */
  readonly keeps: boolean
  /** Nobody looks at it. */
  readonly hidden: boolean
  readonly time: VirtualTime
  readonly dice: Dice
  readonly ledger: Ledger
  readonly findings: Findings
  readonly dial: (line: Line, client: ClientEnd) => Connection | null
}

/** A screen and whoever sits at it: the production link and outbox, on a simulated wire. */
export class Console {
  readonly parts: ConsoleParts
  readonly line: Line
  /** Null: everybody is let in. */
  session: Begun | null
  readonly #store = storage()
  readonly #box = new LetterBox(this.#store, 'letters')
  #link!: Link
  #wire!: SimulatedWire
  #kept: KeptOutbox | null = null
  #stopBeat: Cancel = () => undefined
  #ordered = 0
  /** What the next id is for. */
  #giving: CommandType = 'RecordLog'

  constructor(parts: ConsoleParts) {
    this.parts = parts
    this.session = parts.session
    this.line = new Line(parts.time, parts.dice)
    this.#open()
  }

  get ship(): Ship | null {
    return this.#link.view.ship
  }

  get connection(): Connection | null {
    return this.#wire.connection
  }

  /** Orders that wait for their answers. */
  get waiting(): readonly Command[] {
    const kept = this.#kept?.waiting.map(({ command }) => command) ?? []
    return [...this.#link.view.pending, ...kept]
  }

  order(order: Order): void {
    this.#giving = order.type
    if (this.#kept) this.#kept.write(order, null)
    else void this.#link.order(order)
  }

  /** The page is loaded anew: what it kept in the browser stays. */
  reload(): void {
    this.#stopBeat()
    this.#link.close()
    this.#open()
  }

  /** Somebody who was put out has been let in again, and the page is loaded anew. */
  comeBack(session: Begun): void {
    this.session = session
    this.reload()
  }

  fallSilent(): void {
    this.#wire.fallSilent()
  }

  /** Mission time as this screen shows it, ms; null: what it shows is old, and it says so. */
  get missionMs(): number | null {
    const { clock, offsetMs, silentSinceMs, connected } = this.#link.view
    if (!clock || !connected || silentSinceMs !== null) return null
    return missionAt(clock, this.parts.time.nowMs + offsetMs)
  }

  /** Folds all that has come. */
  drain(): void {
    this.#link.drain()
  }

  #open(): void {
    const { time, dice, ship, person, hidden, keeps, dial, ledger, findings } = this.parts
    this.#link = new Link({
      shipId: ship,
      open: (listener) => {
        this.#wire = new SimulatedWire(
          {
            ...{ time, dice, introduction: this.#introduction(), dial: (client) => dial(this.line, client) },
            missed: () => findings.add('I5', `${this.parts.name} had to ask for what it should have been sent`),
            answered: ({ command }, answer) => ledger.hear(command.id, answer),
          },
          listener,
        )
        return this.#wire
      },
      nowMs: () => time.nowMs,
      newId: () => this.#newId(),
      soon: (run) => time.after(hidden ? HIDDEN_FRAME_MS : FRAME_MS, run),
      later: (ms, run) => void time.after(ms, run),
      stateCheck: (parts) => Promise.resolve(new StateCheck(person.role, parts)),
      kept: new Kept(this.#store, 'orders', isKeptOrder),
      giver: { role: person.role, name: person.name },
    })
    this.#link.resume()
    this.#kept = keeps ? this.#keep(this.#link) : null
    this.#link.onChange(() => void this.#kept?.sendAll())
    this.#beat()
  }

  #introduction(): Introduction {
    const { session } = this
    const { person } = this.parts
    return session ? { token: session.token } : { role: person.role, name: person.name }
  }

  #keep(link: Link): KeptOutbox {
    return new KeptOutbox({
      box: this.#box,
      post: (command) => link.post(command),
      canSend: () => link.view.connected,
      outdated: () => null,
      giver: this.parts.name,
      dated: (late) => ({ orders: late.map(({ command }) => command), notes: [] }),
      newId: () => this.#newId(),
      nowMs: () => this.parts.time.nowMs,
      later: (ms, run) => void this.parts.time.after(ms, run),
      changed: () => undefined,
    })
  }

  #newId(): string {
    const { name, ledger, person, ship } = this.parts
    const id = `${name}-order-${this.#ordered++}`
    ledger.give(id, this.#giving, ship, person)
    return id
  }

  #beat(): void {
    this.#stopBeat = this.parts.time.after(BEAT_MS, () => {
      void this.#link.beat()
      this.#beat()
    })
  }
}
