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
export const digestOf = (command: Command): string => hash('sha256', canonical(command))

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, member: unknown) => (isRecord(member) ? sorted(member) : member))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const sorted = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((key) => [key, record[key]]),
  )
