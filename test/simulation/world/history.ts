import { projectEvent, projectState } from '#shared/protocol/projection.ts'
import { seesAll } from '#shared/protocol/rights.ts'
import type { RecordedEvent, Role } from '#shared/ship/events.ts'
import { evolve } from '#shared/ship/evolve.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { newShip, type Ship, shipFrom, stateOf } from '#shared/ship/state.ts'
import type { CommandRecord, Entry } from '#db/eventLog.ts'
import { CREW_ROLE } from '../../../server/sockets/rooms.ts'
import type { Findings } from './finding.ts'

/** What a command came to, as the log has it. */
interface Recorded {
  readonly answer: { readonly seq?: number; readonly count?: number; readonly refused?: { readonly code: string } }
  readonly events: readonly RecordedEvent[]
}

/** One ship's log as it was written, folded beside the server for whoever sees all and for the crew. */
export class History {
  readonly id: string
  readonly plan: Plan
  readonly commands = new Map<string, Recorded>()
  readonly #events: RecordedEvent[] = []
  /** As of each seq, as far as anybody asked. */
  readonly #whole: Ship[]
  readonly #crew: Ship[]
  readonly #findings: Findings

  constructor(id: string, plan: Plan, findings: Findings) {
    this.id = id
    this.plan = plan
    this.#findings = findings
    const start = newShip(plan)
    this.#whole = [start]
    this.#crew = [shipFrom(plan, projectState(stateOf(start), CREW_ROLE))]
  }

  get head(): number {
    return this.#events.length
  }

  get events(): readonly RecordedEvent[] {
    return this.#events
  }

  /** Takes in what has become durable, and looks at it: [I1] [I3]. */
  take({ events, command }: Pick<Entry, 'events' | 'command'>): void {
    for (const event of events) {
      if (event.seq !== this.head + 1) this.#findings.add('I3', `${this.id}: ${event.seq} after ${this.head}`)
      if (event.command !== (command?.id ?? null))
        this.#findings.add('I1', `${this.id}: ${event.seq} is of another order`)
      this.#events.push(event)
    }
    if (command) this.#record(command, events)
  }

  /** The ship after the event of that seq, as a role may see her. */
  asOf(seq: number, role: Role): Ship {
    const [ships, shown] = seesAll(role)
      ? [this.#whole, (event: RecordedEvent) => event]
      : [this.#crew, (event: RecordedEvent) => projectEvent(event, CREW_ROLE)]
    for (const event of this.#events.slice(ships.length - 1, seq)) {
      const last = ships.at(-1)
      if (last) ships.push(evolve(last, shown(event)))
    }
    const ship = ships[seq]
    if (!ship) throw new RangeError(`${this.id} has no event ${seq}`)
    return ship
  }

  #record({ id, answer }: CommandRecord, events: readonly RecordedEvent[]): void {
    if (this.commands.has(id)) this.#findings.add('I1', `${this.id}: order ${id} is in the log twice`)
    const recorded: Recorded = { answer: JSON.parse(answer) as Recorded['answer'], events }
    if (recorded.answer.refused && events.length > 0) this.#findings.add('I2', `${this.id}: order ${id}`)
    this.commands.set(id, recorded)
  }
}
