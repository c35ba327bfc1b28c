import type { Actor } from '#shared/ship/events.ts'
import type { Clock } from '../clock.ts'
import { actorOf } from '../receive/person.ts'
import type { Dashboard, Sockets } from './dashboard.ts'
import { crewRoom, wholeRoom } from './rooms.ts'

/** Comings and goings of so long are told at once: when the network comes back, everybody does. */
const GATHER_MS = 250

/** Who is watching which ship. A person with several dashboards is one person. */
export class Presence {
  readonly #io: Sockets
  readonly #clock: Clock
  readonly #watching = new Map<string, Map<string, Actor>>()
  readonly #told = new Map<string, string>()
  readonly #gathering = new Set<string>()

  constructor(io: Sockets, clock: Clock) {
    this.#io = io
    this.#clock = clock
  }

  arrive(ship: string, socket: Dashboard): void {
    const here = this.#watching.get(ship) ?? new Map<string, Actor>()
    this.#watching.set(ship, here.set(socket.id, actorOf(socket.data.person)))
    socket.emit('presence', { ship, watching: this.#people(ship) })
    this.#tellSoon(ship)
  }

  leave(ship: string, socket: Dashboard): void {
    if (this.#watching.get(ship)?.delete(socket.id)) this.#tellSoon(ship)
  }

  leaveAll(socket: Dashboard): void {
    for (const ship of this.#watching.keys()) this.leave(ship, socket)
  }

  #people(ship: string): readonly Actor[] {
    const people = [...(this.#watching.get(ship)?.values() ?? [])]
    return [...new Map(people.map((person) => [JSON.stringify([person.role, person.name]), person])).values()]
  }

  #tellSoon(ship: string): void {
    if (this.#gathering.has(ship)) return
    this.#gathering.add(ship)
    this.#clock.after(GATHER_MS, () => {
      this.#gathering.delete(ship)
      this.#tell(ship)
    })
  }

  #tell(ship: string): void {
    const watching = this.#people(ship)
    const text = JSON.stringify(watching)
    if (this.#told.get(ship) === text) return
    this.#told.set(ship, text)
    this.#io.to([wholeRoom(ship), crewRoom(ship)]).emit('presence', { ship, watching })
  }
}
