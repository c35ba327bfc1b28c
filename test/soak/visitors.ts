import { setTimeout as sleep } from 'node:timers/promises'
import { Wire } from '../bench/wire.ts'

/** How a visit ends, and how it goes until then. */
const MANNERS = ['leaves', 'is cut off', 'stops reading'] as const
/** A tablet that sleeps. Longer than the server puts up with. */
const ASLEEP_MS = 15_000

/** Dashboards that come and go: always about as many, never the same. */
export class Visitors {
  readonly #port: number
  readonly #ships: readonly string[]
  readonly #wires: Wire[] = []
  #came = 0

  constructor(port: number, ships: readonly string[]) {
    this.#port = port
    this.#ships = ships
  }

  get came(): number {
    return this.#came
  }

  /** Frames with events that those who are here have received. */
  get frames(): number {
    return this.#wires.reduce((sum, { frames }) => sum + frames, 0)
  }

  async grow(to: number): Promise<void> {
    while (this.#wires.length < to) await this.#come()
  }

  /** One goes and another comes, so often. */
  async keepChanging(everyMs: number, stopped: () => boolean): Promise<void> {
    while (!stopped()) {
      await sleep(everyMs)
      const wire = this.#wires.shift()
      const manner = MANNERS[this.#came % MANNERS.length]
      if (manner === 'stops reading') void this.#sleepAndLeave(wire)
      else if (manner === 'is cut off') wire?.cut()
      else wire?.close()
      await this.#come()
    }
  }

  leave(): void {
    for (const wire of this.#wires.splice(0)) wire.close()
  }

  async #come(): Promise<void> {
    const ship = this.#ships[this.#came % this.#ships.length] ?? ''
    const wire = await Wire.open(this.#port, this.#came % 2 === 0 ? 'observer' : 'instructor')
    this.#came += 1
    await wire.watch(ship)
    this.#wires.push(wire)
  }

  async #sleepAndLeave(wire: Wire | undefined): Promise<void> {
    wire?.stopReading()
    await sleep(ASLEEP_MS)
    wire?.cut()
  }
}
