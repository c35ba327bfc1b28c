import type { Dice } from '#shared/dice.ts'
import type { Introduction } from '#shared/protocol/sockets.ts'
import type { Cancel } from '../../../server/clock.ts'
import { callPacket, connectPacket, type Packet, readPacket } from '../../../web/src/link/packets.ts'
import type { AnswerTo, Asked, Call, Wire, WireListener } from '../../../web/src/link/wire.ts'
import type { ClientEnd, Connection } from './connection.ts'
import type { VirtualTime } from './virtualTime.ts'

/** As those of the browser's own wire, in virtual time. */
const ANSWER_WITHIN_MS = 8_000
const OPEN_WITHIN_MS = 10_000
const RETRY_FIRST_MS = 400
const RETRY_LONGEST_MS = 4_000
/** Both of the server's: it pings so often, and waits so long for an answer. */
export const SILENT_MS_MAX = 10_000

export interface WireParts {
  readonly time: VirtualTime
  readonly dice: Dice
  /** Null: nobody is there. */
  readonly dial: (client: ClientEnd) => Connection | null
  readonly introduction: Introduction
  /** Something was asked for again that had been sent, over a line that lost nothing. */
  readonly missed: () => void
  /** Hears every answer to an order as it arrives. */
  readonly answered: (order: Asked<'command'>, answer: AnswerTo<'command'>) => void
}

interface Question {
  readonly settle: (answer: unknown) => void
  readonly cancel: Cancel
}

/** A console's wire: the packets are the production ones, the connection and the time are simulated. */
export class SimulatedWire implements Wire {
  readonly #parts: WireParts
  readonly #listener: WireListener
  readonly #questions = new Map<number, Question>()
  #connection: Connection | null = null
  #connected = false
  #calls = 0
  #tries = 0
  #retry: Cancel = () => undefined
  #watchdog: Cancel = () => undefined

  constructor(parts: WireParts, listener: WireListener) {
    this.#parts = parts
    this.#listener = listener
    this.#retry = parts.time.after(0, () => this.#open())
  }

  get connected(): boolean {
    return this.#connected
  }

  get connection(): Connection | null {
    return this.#connection
  }

  ask<C extends Call>(call: C, asked: Asked<C>): Promise<AnswerTo<C> | null> {
    const connection = this.#connection
    if (!connection || !this.#connected) return Promise.resolve(null)
    if (call === 'watch' && connection.watched && !connection.lost) this.#parts.missed()
    if (call === 'watch') connection.watched = true
    const id = this.#calls++
    return new Promise((resolve) => {
      const settle = (answer: unknown): void => {
        cancel()
        this.#questions.delete(id)
        if (answer !== null && call === 'command')
          this.#parts.answered(asked as Asked<'command'>, answer as AnswerTo<'command'>)
        resolve(answer as AnswerTo<C> | null)
      }
      const cancel = this.#parts.time.after(ANSWER_WITHIN_MS, () => settle(null))
      this.#questions.set(id, { settle, cancel })
      connection.send(callPacket(id, call, asked).slice(1)) // without the digit that is the engine's
    })
  }

  restart(): void {
    this.#drop()
    this.#open()
  }

  close(): void {
    this.#drop()
  }

  /** The cable was pulled: it is noticed when nothing has been heard for too long. */
  fallSilent(): void {
    this.#watchdog()
    this.#watchdog = this.#parts.time.after(SILENT_MS_MAX, () => this.#lost())
  }

  #open(): void {
    this.#retry()
    this.#watchdog()
    this.#watchdog = this.#parts.time.after(OPEN_WITHIN_MS, () => this.#lost())
    const connection: Connection | null = this.#parts.dial({
      hear: (text) => this.#connection === connection && this.#hear(text),
      closed: () => this.#connection === connection && this.#lost(),
    })
    this.#connection = connection
    if (connection) connection.send(connectPacket(this.#parts.introduction).slice(1))
    else this.#lost()
  }

  #drop(): void {
    this.#retry()
    this.#watchdog()
    const connection = this.#connection
    this.#connection = null
    connection?.hangUp()
    if (this.#connected) {
      this.#connected = false
      this.#listener.lost()
    }
    for (const { settle } of [...this.#questions.values()]) settle(null)
  }

  #lost(longest = false): void {
    this.#drop()
    const { time, dice } = this.#parts
    const waitMs = longest ? RETRY_LONGEST_MS : Math.min(RETRY_LONGEST_MS, RETRY_FIRST_MS * 2 ** this.#tries++)
    this.#retry = time.after(waitMs * (0.5 + dice.unit()), () => this.#open())
  }

  #hear(text: string): void {
    const packet = packetIn(text)
    switch (packet?.kind) {
      case 'connected':
        this.#watchdog()
        this.#connected = true
        this.#tries = 0
        return this.#listener.connected()
      case 'closed':
        return this.#lost()
      case 'refused':
        this.#listener.turnedAway(packet.problem)
        return this.#lost(true)
      case 'answer':
        return this.#questions.get(packet.id)?.settle(packet.body)
      case 'event':
        return this.#tell(packet.name, packet.body)
      default:
    }
  }

  #tell(name: string, body: unknown): void {
    const heard = (this.#listener as unknown as Readonly<Record<string, ((body: unknown) => void) | undefined>>)[name]
    heard?.(body)
  }
}

let lastText = ''
let lastPacket: Packet | null = null

/** A broadcast is the same text for everybody, and read once. */
const packetIn = (text: string): Packet | null => {
  if (text !== lastText) {
    lastText = text
    lastPacket = readPacket(`4${text}`)
  }
  return lastPacket
}
