import type { RecordedEvent } from '#shared/ship/events.ts'

/** At most so many events that follow `after`. */
export type FetchEvents = (after: number, limit: number) => Promise<readonly RecordedEvent[]>

const PAGE = 500

/** The log as far back as it has been asked for: one gapless stretch of events that ends with the newest. */
export class History {
  readonly #fetch: FetchEvents
  readonly #changed: () => void
  #log: string | null = null
  #events: readonly RecordedEvent[] = []
  #loading = false
  #problem: string | null = null

  constructor(fetch: FetchEvents, changed: () => void) {
    this.#fetch = fetch
    this.#changed = changed
  }

  get events(): readonly RecordedEvent[] {
    return this.#events
  }

  get loading(): boolean {
    return this.#loading
  }

  /** Why the last page could not be had; null if it could. */
  get problem(): string | null {
    return this.#problem
  }

  get complete(): boolean {
    return this.#events[0]?.seq === 1
  }

  /** Events of another log, as before a restore, are forgotten: their seqs may go on from one to the other. */
  belongTo(log: string | null): void {
    if (log === this.#log) return
    const before = this.#log
    this.#log = log
    if (before === null) return
    this.#events = []
    this.#changed()
  }

  /** Events just folded. If some were skipped before them, the stretch begins anew. */
  add(events: readonly RecordedEvent[]): void {
    const [first] = events
    if (!first) return
    const last = this.#events.at(-1)?.seq
    const follows = last === undefined || first.seq === last + 1
    this.#events = follows ? [...this.#events, ...events] : events
    this.#changed()
  }

  /** A page of what was before: before the stretch, or, while it is empty, up to `seq`. */
  async loadEarlier(seq: number): Promise<void> {
    const before = this.#events[0]?.seq ?? seq + 1
    if (this.#loading || before <= 1) return
    this.#loading = true
    this.#changed()
    const after = Math.max(0, before - 1 - PAGE)
    try {
      const page = await this.#fetch(after, before - 1 - after)
      this.#join(page)
      this.#problem = null
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error)
    }
    this.#loading = false
    this.#changed()
  }

  /** The page, if it still ends where the stretch begins: that may have begun anew meanwhile. */
  #join(page: readonly RecordedEvent[]): void {
    const last = page.at(-1)?.seq
    const first = this.#events[0]?.seq
    if (last !== undefined && (first === undefined || last + 1 === first)) this.#events = [...page, ...this.#events]
  }
}
