import { err, ok, type Result } from '#shared/result.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { busy, overloaded } from './busy.ts'

const DASHBOARDS_MOST = 2_000
/** Where access is guarded. A room full of screens behind one address is rare; a program that opens thousands is not. */
const OF_AN_ADDRESS_MOST = 20
/** Invented. */
const TRY_AGAIN_MS = 5_000

/** Gives the place back; more than once does no harm. */
type Leave = () => void

/** How many dashboards there may be, joined to a ship or not. */
export class Places {
  readonly #ofAnAddressMost: number
  readonly #byAddress = new Map<string, Set<object>>()
  #taken = 0

  constructor(limited: boolean) {
    this.#ofAnAddressMost = limited ? OF_AN_ADDRESS_MOST : DASHBOARDS_MOST
  }

  take(address: string): Result<Leave, Problem> {
    const here = this.#byAddress.get(address) ?? new Set()
    if (this.#taken >= DASHBOARDS_MOST)
      return err(overloaded('There are as many dashboards as there can be', TRY_AGAIN_MS))
    if (here.size >= this.#ofAnAddressMost)
      return err(busy('There are as many dashboards as one address may have', TRY_AGAIN_MS))
    const place = {}
    this.#byAddress.set(address, here.add(place))
    this.#taken += 1
    return ok(() => {
      if (!here.delete(place)) return
      this.#taken -= 1
      if (here.size === 0) this.#byAddress.delete(address)
    })
  }

  get taken(): number {
    return this.#taken
  }
}
