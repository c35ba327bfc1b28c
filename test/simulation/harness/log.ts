import type { ShipEvent } from '#shared/ship/events.ts'
import type { Ship } from '#shared/ship/state.ts'
import { firstWrong, type Finding } from './invariant.ts'

/** What came of advancing to a moment, or of an order given then. */
export interface Stage {
  readonly before: Ship
  readonly after: Ship
  readonly events: readonly ShipEvent[]
  /** The earliest and the latest that its events may say. */
  readonly from: number
  readonly until: number
}

const wrongWith = ({ before, from, until }: Stage, event: ShipEvent, i: number, earlier: number): string | null => {
  const { seq, at, cause } = event
  if (seq !== before.seq + 1 + i) return `seq ${seq} after ${before.seq + i}`
  if (at < earlier || at < from || at > until) return `at ${at} ms, after ${earlier}, between ${from} and ${until}`
  return cause === null || (cause > before.seq && cause < seq) ? null : `follows from ${cause}, at ${seq}`
}

/** [TIM6] Seqs have no gap, time never goes back, and what follows from an event comes after it in the same breath. */
const wrongIn = (stage: Stage): string | null => {
  let earlier = stage.before.at
  return firstWrong(stage.events.entries(), ([i, event]) => {
    const what = wrongWith(stage, event, i, earlier)
    earlier = event.at
    return what && `${event.type}: ${what}`
  })
}

/** The ship stands where her last event left her. */
const wrongHead = ({ before, after, events }: Stage): string | null => {
  const last = events.at(-1) ?? before
  return after.seq === last.seq && after.at === last.at ? null : `the ship at ${after.seq}, her log at ${last.seq}`
}

export const findingInLog = (stage: Stage): Finding | null => {
  const what = wrongIn(stage) ?? wrongHead(stage)
  return what === null ? null : { invariant: 'the log is in order', what }
}
