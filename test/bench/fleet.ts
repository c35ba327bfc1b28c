import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Kind, Memory, Usage } from './child.ts'
import { SHIP } from './attack.ts'
import { newFolder } from './folders.ts'
import { Wire } from './wire.ts'

const CONNECT_AT_ONCE = 50

/** Where its log lies, and how long a sync takes there: what the real disk takes, if nothing is said. */
interface Disk {
  readonly folder?: string
  readonly syncMs?: number
}

/** A server in a process of its own and the dashboards that watch it. */
export class Fleet {
  readonly port: number
  dashboards: readonly Wire[] = []
  /** Those who give orders; they watch nothing. */
  commanders: readonly Wire[] = []
  readonly #child: ChildProcess

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.port = port
  }

  static async start(kind: Kind, dashboards: number, commanders: number, disk: Disk = {}): Promise<Fleet> {
    const { folder = newFolder(), syncMs = 0 } = disk
    const child = fork(join(import.meta.dirname, 'child.ts'), [kind, folder, String(syncMs)])
    const [port] = (await once(child, 'message')) as [number]
    const fleet = new Fleet(child, port)
    fleet.commanders = await fleet.#connect(commanders, 'operations')
    await fleet.grow(dashboards)
    return fleet
  }

  /** Connects dashboards until there are so many. */
  async grow(to: number): Promise<void> {
    while (this.dashboards.length < to) {
      const more = await this.#connect(Math.min(CONNECT_AT_ONCE, to - this.dashboards.length), 'observer')
      await Promise.all(more.map((wire) => wire.watch(SHIP)))
      this.dashboards = [...this.dashboards, ...more]
    }
  }

  usage(): Promise<Usage> {
    return this.#asked('usage')
  }

  memory(): Promise<Memory> {
    return this.#asked('memory')
  }

  /** Frames and bytes that dashboards received so far. */
  received(): { readonly frames: number; readonly bytes: number } {
    const sum = (of: (wire: Wire) => number) => this.dashboards.reduce((total, wire) => total + of(wire), 0)
    return { frames: sum((wire) => wire.frames), bytes: sum((wire) => wire.bytes) }
  }

  stop(): void {
    for (const wire of [...this.dashboards, ...this.commanders]) wire.close()
    this.#child.disconnect()
  }

  /** The same, and waits until its process has ended and let go of its folder. */
  async stopped(): Promise<void> {
    this.stop()
    await once(this.#child, 'exit')
  }

  async #asked<Answer>(what: string): Promise<Answer> {
    this.#child.send(what)
    const [answer] = (await once(this.#child, 'message')) as [Answer]
    return answer
  }

  #connect(count: number, role: string): Promise<readonly Wire[]> {
    return Promise.all(Array.from({ length: count }, () => Wire.open(this.port, role)))
  }
}
