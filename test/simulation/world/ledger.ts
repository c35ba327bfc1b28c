import type { Answer } from '#shared/protocol/sockets.ts'
import { mayOrder } from '#shared/protocol/rights.ts'
import type { CommandType } from '#shared/ship/commands.ts'
import type { Person } from '../../../server/receive/person.ts'
import type { Findings } from './finding.ts'
import type { History } from './history.ts'

type Ruled = Answer<{ readonly seq: number }>

interface Given {
  readonly id: string
  readonly type: CommandType
  readonly ship: string
  readonly by: Person
  /** The first definite answer. */
  answer: Ruled | null
}

/** Answers that decide nothing: the order was not looked at, and the same one may yet be carried out. */
const NOT_LOOKED_AT: ReadonlySet<string> = new Set(['Draining', 'Busy'])

/** It was not carried out; but where it is kept until there is room, the same one may be sent again. */
const TAKEN_BACK = 'LogFull'

/** Every order ever given, and what its sender was told. */
export class Ledger {
  readonly #findings: Findings
  readonly #histories: ReadonlyMap<string, History>
  readonly #given = new Map<string, Given>()
  answered = 0
  refused = 0

  constructor(histories: ReadonlyMap<string, History>, findings: Findings) {
    this.#histories = histories
    this.#findings = findings
  }

  get given(): number {
    return this.#given.size
  }

  give(id: string, type: CommandType, ship: string, by: Person): void {
    this.#given.set(id, { id, type, ship, by, answer: null })
  }

  /** An answer has reached whoever asked. [I1] [I2] */
  hear(id: string, answer: Ruled): void {
    const given = this.#given.get(id)
    if (!given) return this.#findings.add('I1', `an answer to ${id}, which nobody gave`)
    if (!answer.ok && NOT_LOOKED_AT.has(answer.error.code)) return
    if (given.answer && !isTakenBack(given.answer) && !same(given.answer, answer)) {
      const words = `${JSON.stringify(given.answer)}, then ${JSON.stringify(answer)}`
      return this.#findings.add('I1', `${id} has two answers: ${words}`)
    }
    if (!given.answer) this.answered++
    if (!given.answer && !answer.ok) this.refused++
    given.answer = answer
    this.#check(given, answer)
  }

  /** When all is over: every order is once in the log or never, has its answer, and was given by somebody with the right to it. */
  close(): void {
    for (const given of this.#given.values()) {
      if (given.answer) this.#check(given, given.answer)
      else this.#findings.add('live', `${given.id} (${given.type}) has no answer`)
      const recorded = this.#histories.get(given.ship)?.commands.get(given.id)
      if (!recorded || recorded.events.length === 0) continue
      if (!mayOrder(given.by.role, given.type))
        this.#findings.add('I8', `${given.id}: ${given.type} by ${given.by.role}`)
      if (recorded.events.some(({ by }) => by.role !== given.by.role || by.name !== given.by.name))
        this.#findings.add('I8', `${given.id} is in the log as somebody else's`)
    }
  }

  #check({ id, ship }: Given, answer: Ruled): void {
    const recorded = this.#histories.get(ship)?.commands.get(id)
    const events = recorded?.events ?? []
    if (!answer.ok) {
      if (events.length > 0) this.#findings.add('I2', `${id} was refused with ${answer.error.code} and carried out`)
      return
    }
    if (!recorded) return this.#findings.add('I1', `${id} was acknowledged and is not in the log`)
    const last = events.at(-1)?.seq
    if (last !== undefined && last !== answer.seq)
      this.#findings.add('I1', `${id} ends at ${last}, and was acknowledged with ${answer.seq}`)
  }
}

const isTakenBack = (answer: Ruled): boolean => !answer.ok && answer.error.code === TAKEN_BACK

const same = (a: Ruled, b: Ruled): boolean =>
  a.ok && b.ok ? a.seq === b.seq : !a.ok && !b.ok && a.error.code === b.error.code
