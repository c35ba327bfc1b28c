import { mayOrder } from '#shared/protocol/rights.ts'
import type { CommandType, Order } from '#shared/ship/commands.ts'
import { crewName } from '#shared/ship/views/words.ts'
import { newCommandId } from '../link/ids.ts'
import { KeptOutbox } from '../link/keptOutbox.ts'
import { isOpen, type Letter, LetterBox } from '../link/letterBox.ts'
import type { Live } from '../link/live.svelte.ts'
import type { Orders } from '../panels/orders.ts'
import { announce } from '../ui/announcer.svelte.ts'
import { browserStore, lettersKey } from './identity.ts'
import { datedLetters, letterInWords } from './letterWords.ts'

/** Orders that say where a crew stands with its task: they are of no use once it has another. */
const ABOUT_THE_TASK: readonly CommandType[] = ['ReportOnScene', 'ReportProgress', 'ReportDone']

/** What one crew reports: written at any time, sent when there is a link. */
export class Reports implements Orders {
  readonly #live: Live
  readonly #crew: string
  readonly #box: LetterBox
  readonly #outbox: KeptOutbox
  #letters = $state.raw<readonly Letter[]>([])

  constructor(live: Live, crew: string) {
    this.#live = live
    this.#crew = crew
    this.#box = new LetterBox(browserStore(), lettersKey(live.shipId, crew))
    this.#outbox = new KeptOutbox({
      box: this.#box,
      post: (command) => live.post(command),
      canSend: () => live.state === 'live',
      outdated: (letter) => this.#outdated(letter),
      giver: live.identity.name,
      dated: (late) => this.#dated(late),
      newId: newCommandId,
      nowMs: () => Date.now(),
      later: (ms, run) => setTimeout(run, ms),
      changed: () => this.#changed(),
    })
    this.#letters = this.#box.letters
  }

  get letters(): readonly Letter[] {
    return this.#letters
  }

  waiting = $derived(this.#letters.filter(isOpen))

  /** Whether what waits would survive this page. */
  get keeps(): boolean {
    return this.#letters.length === 0 || this.#box.keeps
  }

  get pending() {
    return this.waiting.map(({ command }) => command)
  }

  whyNot = (type: CommandType): string | null => {
    const { role } = this.#live.identity
    if (!mayOrder(role, type)) return `Not for the role ${role}`
    const { length } = this.waiting
    return this.#outbox.isFull ? `${length} reports wait; there is no room for more` : null
  }

  give = (order: Order): void => {
    const task = this.#live.ship?.crews[this.#crew]?.task ?? null
    this.#outbox.write(order, ABOUT_THE_TASK.includes(order.type) ? task : null)
    if (this.#live.state !== 'live') announce('No link. Kept, and sent by itself')
  }

  discard = (letter: Letter): void => this.#outbox.discard(letter.command.id)

  send(): void {
    void this.#outbox.sendAll()
  }

  #outdated({ command, task }: Letter): string | null {
    const ship = this.#live.upToDate()
    if (!ship || !ABOUT_THE_TASK.includes(command.type) || ship.crews[this.#crew]?.task === task) return null
    return 'that is not the crew’s job any more'
  }

  #dated(late: readonly Letter[]) {
    const { ship, identity } = this.#live
    if (!ship) return { orders: late.map(({ command }) => command), notes: [] }
    return datedLetters(ship.plan, crewName(ship.plan, this.#crew), identity.name, late)
  }

  #changed(): void {
    const before = this.#letters
    this.#letters = this.#box.letters
    const plan = this.#live.ship?.plan
    if (!plan) return
    const wasOpen = ({ command }: Letter) => before.some((one) => one.command.id === command.id && isOpen(one))
    for (const one of this.#letters)
      if (one.why !== null && wasOpen(one)) announce(`Not accepted: ${letterInWords(plan, one)}. ${one.why}`)
  }
}
