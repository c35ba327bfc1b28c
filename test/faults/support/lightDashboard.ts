import { setTimeout as sleep } from 'node:timers/promises'
import { Wire } from '../../bench/wire.ts'

/** Waits as the screens do before it tries again: longer each time, and each as long as it draws. */
const RETRY_FIRST_MS = 400
const RETRY_LONGEST_MS = 4_000

/** A dashboard that folds nothing and only sees to it that every event comes, once: hundreds fit into one process. */
export class LightDashboard {
  /** Events that came without those before them. */
  gaps = 0
  snapshots = 0
  seq = 0
  /** Times that it has been told where the ship stands: once for each connection. */
  told = 0
  readonly #port: number
  readonly #ship: string
  #log: string | undefined
  #wire: Wire | null = null
  #over = false
  #tries = 0

  constructor(port: number, ship: string) {
    this.#port = port
    this.#ship = ship
  }

  /** Comes, and comes back whenever the link is lost, until it is closed. */
  async keepWatching(): Promise<void> {
    while (!this.#over) {
      await this.#watch().catch(() => undefined)
      const waitMs = Math.min(RETRY_LONGEST_MS, RETRY_FIRST_MS * 2 ** this.#tries++)
      if (!this.#over) await sleep(waitMs * (0.5 + Math.random()))
    }
  }

  close(): void {
    this.#over = true
    this.#wire?.close()
  }

  async #watch(): Promise<void> {
    const wire = await Wire.open(this.#port)
    this.#wire = wire
    wire.onEvents = (text) => {
      const [, { events }] = JSON.parse(text.slice(2)) as [string, { events: readonly { seq: number }[] }]
      this.#take(events.map(({ seq }) => seq))
    }
    const place = this.#log === undefined ? {} : { after: this.seq, log: this.#log }
    const answered = await Promise.race([wire.watch(this.#ship, place), wire.closed])
    if (!answered?.ok) return
    if (answered.log !== undefined) {
      this.snapshots += 1
      this.#log = answered.log
      this.seq = answered.seq ?? 0
    } else this.#take(answered.events?.map(({ seq }) => seq) ?? [])
    this.told += 1
    this.#tries = 0
    await wire.closed
  }

  #take(seqs: readonly number[]): void {
    if (this.#log === undefined) return // the state that is on its way holds them
    for (const seq of seqs) {
      if (seq <= this.seq) continue
      if (seq > this.seq + 1) this.gaps += 1
      this.seq = seq
    }
  }
}
