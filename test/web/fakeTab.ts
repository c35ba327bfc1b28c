import { readFileSync } from 'node:fs'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import type { Identity } from '../../web/src/link/identity.ts'
import { isKeptOrder, Kept } from '../../web/src/link/kept.ts'
import { Link } from '../../web/src/link/link.ts'
import { StateCheck } from '../../web/src/link/stateCheck.ts'
import { fakeStorage } from '../support/fake-storage.ts'
import { FakeServer } from './fakeServer.ts'

const seedShip = new URL('../../db/seed/ships/voyager.json', import.meta.url)
export const file = JSON.parse(readFileSync(seedShip, 'utf8')) as ShipFile

/** Lets everything happen that is only waiting for its turn. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** A tab of a browser with a page in it, and the server that it is linked to. */
export class FakeTab {
  readonly server = new FakeServer(file)
  nowMs = Date.parse('2026-11-22T12:00:00.000Z')
  readonly frames: (() => void)[] = []
  /** Who sits there. */
  giver: Identity = { role: 'captain', name: 'Ann' }
  #waits: readonly { readonly atMs: number; readonly run: () => void }[] = []
  link: Link
  readonly #store: Storage
  #ids = 0

  constructor(store = fakeStorage()) {
    this.#store = store
    this.link = this.open()
  }

  /** A page in the tab: a second one is the first, loaded anew. */
  open(): Link {
    this.link = new Link({
      shipId: file.id,
      open: this.server.open,
      nowMs: () => this.nowMs,
      newId: () => `id-${++this.#ids}`,
      soon: (run) => this.frames.push(run),
      later: (ms, run) => (this.#waits = [...this.#waits, { atMs: this.nowMs + ms, run }]),
      kept: new Kept(this.#store, 'orders', isKeptOrder),
      giver: this.giver,
      stateCheck: (parts) => Promise.resolve(new StateCheck('instructor', parts)),
    })
    return this.link
  }

  async connect(): Promise<void> {
    this.server.connect()
    await settle()
  }

  /** Lets so much time pass, and everything happen that is put off until then. */
  async pass(ms: number): Promise<void> {
    const untilMs = this.nowMs + ms
    await settle()
    for (;;) {
      const [next] = this.#waits.filter(({ atMs }) => atMs <= untilMs).toSorted((a, b) => a.atMs - b.atMs)
      if (!next) break
      this.#waits = this.#waits.filter((wait) => wait !== next)
      this.nowMs = Math.max(this.nowMs, next.atMs)
      next.run()
      await settle()
    }
    this.nowMs = untilMs
  }

  frame(): void {
    for (const run of this.frames.splice(0)) run()
  }
}
