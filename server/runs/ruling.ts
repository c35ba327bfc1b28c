import { hash } from 'node:crypto'
import type { LogReader } from '#db/eventLog.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, ok, type Result } from '#shared/result.ts'
import type { Command } from '#shared/ship/commands.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'

/** What an order came to: the ship's seq after it and the events it made true, or why not. */
export type Ruling = Result<{ readonly seq: number; readonly events: readonly RecordedEvent[] }, Problem>

/** A ruling as stored with its command. The events are in the log already: its last ones up to `seq`. */
type StoredRuling = { readonly seq: number; readonly count: number } | { readonly refused: Problem }

export const storedText = (ruling: Ruling): string => {
  const stored: StoredRuling = ruling.ok
    ? { seq: ruling.value.seq, count: ruling.value.events.length }
    : { refused: ruling.error }
  return JSON.stringify(stored)
}

export const storedRuling = (text: string, log: LogReader, ship: string): Ruling => {
  const stored = JSON.parse(text) as StoredRuling
  if ('refused' in stored) return err(stored.refused)
  const { seq, count } = stored
  return ok({ seq, events: count === 0 ? [] : log.events(ship, seq - count, count) })
}

/** Fingerprint of what a command says, whatever order its members came in. */
export const digestOf = (command: Command): string => hash('sha256', JSON.stringify(inOrder(command)))

/** The same with the members of every object in order, however deep; a command has few levels. */
const inOrder = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(inOrder)
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(members.map(([name, member]) => [name, inOrder(member)]))
}
