import type { Command } from '#shared/ship/commands.ts'
import type { Identity } from './identity.ts'

/** A list in a store of the browser. A browser that lets no page keep anything has no store. */
export class Kept<Item> {
  readonly #store: Storage | null
  readonly #key: string
  readonly #isItem: (value: unknown) => value is Item

  constructor(store: Storage | null, key: string, isItem: (value: unknown) => value is Item) {
    this.#store = store
    this.#key = key
    this.#isItem = isItem
  }

  /** Null: it cannot be read. */
  read(): readonly Item[] | null {
    try {
      const kept: unknown = JSON.parse(this.#store?.getItem(this.#key) ?? '[]')
      return Array.isArray(kept) ? kept.filter(this.#isItem) : []
    } catch {
      return null
    }
  }

  /** Whether it is kept. */
  write(items: readonly Item[]): boolean {
    try {
      this.#store?.setItem(this.#key, JSON.stringify(items))
      return this.#store !== null
    } catch {
      return false
    }
  }
}

/** An order, and who gave it. */
export interface KeptOrder {
  readonly by: Identity
  readonly command: Command
}

/** Enough to tell it from what another program may have left there; the server looks at the rest. */
export const isKeptOrder = (value: unknown): value is KeptOrder =>
  typeof value === 'object' && value !== null && 'by' in value && 'command' in value
