import { seenOf, shown } from '#shared/ship/known.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Ship } from '#shared/ship/state.ts'

/** What whoever gets the truth looks at: that, or what is known aboard. The others get nothing else anyway. */
class Sight {
  aboard = $state(false)

  shipOf<Seen extends Ship | null>(ship: Seen): Seen | Ship {
    return this.aboard && ship ? shown(ship) : ship
  }

  eventsOf(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
    return this.aboard ? events.map(seenOf).filter((event) => event !== null) : events
  }
}

export const sight = new Sight()
