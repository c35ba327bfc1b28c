import type { Command } from '#shared/ship/commands.ts'

/** Invented: more than one disk fills up for. The oldest are forgotten. */
const KEPT_MOST = 1_000

/**
 * Orders of a ship that were refused for want of room, which is nowhere on record. Whoever gave one with a time has given it up:
 * a copy that was long on its way must not be carried out once there is room. One without a time is sent again on purpose.
 */
export class TurnedAway {
  readonly #ids = new Set<string>()

  add({ id, expiresAt }: Command): void {
    if (expiresAt === undefined) return
    this.#ids.add(id)
    const [oldest] = this.#ids
    if (this.#ids.size > KEPT_MOST && oldest !== undefined) this.#ids.delete(oldest)
  }

  has({ id }: Command): boolean {
    return this.#ids.has(id)
  }
}
