import type { Dice } from '#shared/dice.ts'
import { Line } from '../../simulation/world/line.ts'
import type { Machine } from '../../simulation/world/machine.ts'
import type { VirtualTime } from '../../simulation/world/virtualTime.ts'
import { SimulatedWire } from '../../simulation/world/wire.ts'
import type { WireListener } from '../../../web/src/link/wire.ts'

/** How a visit ends. */
const MANNERS = ['leaves', 'is cut off', 'is put out', 'stops reading'] as const
const STAY_MS = { least: 5_000, most: 60_000 } as const
/** A page that is put out or cut off tries for so long to come back, until somebody closes it. */
const GIVES_UP_MS = 20_000

const NOTHING = (): void => undefined

/** People who come, each with a session of their own, look at a ship, say a word, and go. */
export class Visits {
  came = 0
  readonly #machine: Machine
  readonly #time: VirtualTime
  readonly #dice: Dice
  readonly #ships: readonly string[]

  constructor(machine: Machine, time: VirtualTime, dice: Dice, ships: readonly string[]) {
    this.#machine = machine
    this.#time = time
    this.#dice = dice
    this.#ships = ships
  }

  /** So often, until told to stop. */
  keepComing(everyMs: number, stopped: () => boolean): void {
    if (stopped()) return
    this.#come()
    this.#time.after(everyMs, () => this.keepComing(everyMs, stopped))
  }

  #come(): void {
    const access = this.#machine.service?.access
    if (!access) return
    const number = this.came++
    const ship = this.#ships[number % this.#ships.length] ?? ''
    const { token, session } = access.issueKey({ role: 'captain', ship: null, name: `Visitor ${number}`, days: 1 })
    const line = new Line(this.#time, this.#dice)
    const wire = new SimulatedWire(
      {
        ...{ time: this.#time, dice: this.#dice, introduction: { token }, missed: NOTHING, answered: NOTHING },
        dial: (client) => this.#machine.dial(line, client),
      },
      listening(() => void wire.ask('watch', { ship }).then(() => wire.ask('command', noteOf(ship, number)))),
    )
    const over = (): void => {
      wire.close()
      access.sessions.end(session.id)
    }
    this.#time.after(this.#dice.whole(STAY_MS.least, STAY_MS.most), () => {
      const manner = MANNERS[number % MANNERS.length]
      if (manner === 'leaves') return over()
      if (manner === 'is cut off') wire.connection?.cut()
      if (manner === 'is put out') access.sessions.end(session.id)
      if (manner === 'stops reading') line.clogged = true
      this.#time.after(GIVES_UP_MS, over)
    })
  }
}

const noteOf = (ship: string, number: number) => ({
  ...{ ship, command: { id: `visit-${number}`, type: 'RecordLog', text: 'Aboard for a while' } as const },
})

const listening = (connected: () => void): WireListener => ({
  connected,
  ...{ lost: NOTHING, turnedAway: NOTHING, events: NOTHING, clock: NOTHING, presence: NOTHING },
  ...{ head: NOTHING, service: NOTHING, access: NOTHING },
})
