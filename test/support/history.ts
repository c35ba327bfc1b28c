import { openSqliteLog } from '#db/sqliteLog.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { expect } from 'vitest'
import type { Sent } from './orders.ts'

/** What the log of a stopped server holds of one ship. */
export interface History {
  readonly events: readonly RecordedEvent[]
  /** How many events a command came to; null, if it was never recorded. */
  readonly eventsOf: (command: string) => number | null
}

export const readHistory = (data: string, ship: string, commands: readonly string[]): History => {
  const log = openSqliteLog(data)
  try {
    const recorded = new Map(commands.map((id) => [id, log.findCommand(ship, id)?.answer ?? null]))
    return {
      events: log.events(ship, 0, Number.MAX_SAFE_INTEGER),
      eventsOf: (id) => countIn(recorded.get(id) ?? null),
    }
  } finally {
    log.close()
  }
}

const countIn = (answer: string | null): number | null =>
  answer === null ? null : ((JSON.parse(answer) as { readonly count?: number }).count ?? 0)

export const isGapless = (seqs: readonly number[]): boolean =>
  seqs.every((seq, index) => index === 0 || seq === (seqs[index - 1] ?? 0) + 1)

/** Where the events of each command stand in the log. */
const placesOf = (events: readonly RecordedEvent[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>()
  for (const { command, seq } of events) {
    if (command === null) continue
    const seqs = places.get(command)
    if (seqs) seqs.push(seq)
    else places.set(command, [seq])
  }
  return places
}

/** Of the orders of a test, those of which the log does not hold what their senders were told. */
interface Wrong {
  /** Answered, and not there, or elsewhere than was said. */
  readonly lost: readonly Sent[]
  /** Carried out more than once, in parts, or though refused. */
  readonly doubled: readonly Sent[]
}

/**
 * Every answered order is recorded, and has its events in the log exactly once: all in one place, the last of them the one
 * that was acknowledged. A refused one has none. One that was never answered is wholly there, or not at all.
 */
export const wrongOrders = ({ events, eventsOf }: History, all: readonly Sent[]): Wrong => {
  const places = placesOf(events)
  const seqsOf = ({ command }: Sent) => places.get(command.id) ?? []
  const countOf = ({ command }: Sent) => eventsOf(command.id)
  const isLost = (sent: Sent): boolean => {
    const count = countOf(sent)
    if (sent.answer === null) return false
    return count === null || (sent.answer.ok && count > 0 && seqsOf(sent).at(-1) !== sent.answer.seq)
  }
  const isDoubled = (sent: Sent): boolean => {
    const [seqs, count] = [seqsOf(sent), countOf(sent) ?? 0]
    return !isGapless(seqs) || seqs.length !== count || (sent.answer?.ok === false && count > 0)
  }
  return { lost: all.filter(isLost), doubled: all.filter(isDoubled) }
}

/** Every order of a ship that was answered is in the log once and for all, and the log has no gap. */
export const checkLog = (data: string, ship: string, all: readonly Sent[]): void => {
  const history = readHistory(
    data,
    ship,
    all.map(({ command }) => command.id),
  )
  expect(wrongOrders(history, all)).toEqual({ lost: [], doubled: [] })
  expect(isGapless(history.events.map(({ seq }) => seq))).toBe(true)
}
