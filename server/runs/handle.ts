import type { LogReader } from '#db/eventLog.ts'
import { err, ok } from '#shared/result.ts'
import type { Command } from '#shared/ship/commands.ts'
import { decided } from '#shared/ship/decide.ts'
import type { Actor } from '#shared/ship/events.ts'
import type { Clock } from '../clock.ts'
import { NO_ROOM, problem, refusal } from '../problem.ts'
import type { CommitQueue } from './commitQueue.ts'
import type { DiskSpace } from './diskSpace.ts'
import { digestOf, type Ruling, storedRuling, storedText } from './ruling.ts'
import type { ShipRun } from './shipRun.ts'

export interface Asked {
  /** As it was sent: what the digest is taken of. */
  readonly sent: Command
  /** The same, with what the server adds to it. */
  readonly command: Command
  readonly by: Actor
  readonly reply: (ruling: Ruling) => void
}

interface Office {
  readonly log: LogReader
  readonly queue: CommitQueue
  readonly space: DiskSpace
  readonly clock: Clock
}

/** An order on its way: what fell due before it, what it comes to, and both into the queue. */
export const handle = (run: ShipRun, asked: Asked, { log, queue, space, clock }: Office): void => {
  const { sent, command, reply } = asked
  const digest = digestOf(sent)
  if (answerAgain(run, command.id, digest, reply, log)) return
  if (space.full || run.turnedAway.has(command)) return turnAway(run, command, [reply])

  queueDue(run, queue)
  const expectedSeq = run.pending.ship.seq
  const ruling = expired(command, clock) ?? judged(run, asked)
  const events = ruling.ok ? ruling.value.events : []

  const replies = [reply]
  run.unanswered.set(command.id, { digest, replies })
  queue.add({
    run,
    standing: run.pending,
    entry: { ship: run.id, expectedSeq, events, command: { id: command.id, digest, answer: storedText(ruling) } },
    settle: (written) => {
      run.unanswered.delete(command.id)
      if (!written) return turnAway(run, command, replies)
      for (const answer of replies) answer(ruling)
    },
  })
}

/** There is no room for it, nor for a copy of it that comes later. */
const turnAway = (run: ShipRun, command: Command, replies: readonly Asked['reply'][]): void => {
  run.turnedAway.add(command)
  for (const answer of replies) answer(err(NO_ROOM))
}

/** What the core says to it, taken in as pending. */
const judged = (run: ShipRun, { command, by }: Asked): Ruling => {
  const decision = decided(run.pending.ship, { command, at: run.pendingNow() })
  if (!decision.ok) return err(refusal(decision.error))
  const events = run.propose(decision.value, by, command.id)
  return ok({ seq: run.pending.ship.seq, events })
}

/** A refusal like any other, recorded, so that no later try is carried out after all. Null: its time has not passed. */
const expired = ({ expiresAt }: Command, clock: Clock): Ruling | null =>
  expiresAt !== undefined && Date.parse(expiresAt) < clock.steadyMs()
    ? err(problem('Expired', 'The order came too late, and was not carried out. Give it again', { expiresAt }))
    : null

/** Queues what has fallen due by now; false if nothing has. */
export const queueDue = (run: ShipRun, queue: CommitQueue): boolean => {
  const expectedSeq = run.pending.ship.seq
  const events = run.proposeDue()
  if (events.length > 0) queue.add({ run, standing: run.pending, entry: { ship: run.id, expectedSeq, events } })
  return events.length > 0
}

/** True if this id has been used: the same content gets the first answer, as soon as it is durable. */
const answerAgain = (run: ShipRun, id: string, digest: string, reply: Asked['reply'], log: LogReader): boolean => {
  const waiting = run.unanswered.get(id)
  const recorded = waiting ? null : log.findCommand(run.id, id)
  if (!waiting && !recorded) return false
  if ((waiting ?? recorded)?.digest !== digest) reply(err(problem('CommandIdReused', REUSED, { id })))
  else if (waiting) waiting.replies.push(reply)
  else if (recorded) reply(storedRuling(recorded.answer, log, run.id))
  return true
}

const REUSED = 'This id was used before, for another command'
