import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer } from '#shared/protocol/sockets.ts'
import type { Command, Order } from '#shared/ship/commands.ts'
import type { Dashboard } from './dashboard.ts'

/** What came of an order, as far as its sender knows. */
export interface Sent {
  readonly command: Command
  /** Null: never answered, so it may or may not have been carried out. */
  answer: { readonly ok: true; readonly seq: number } | { readonly ok: false; readonly code: string } | null
  /** How often it was sent. */
  tries: number
}

/** Refusals by the server and not by the ship: the order was not tried, and is sent again. */
const NOT_TRIED = ['Draining', 'LogFull', 'Busy']
const ANSWER_MS_MAX = 2_000

/** Sends an order until it is answered, over every loss of the link, always with the same id. */
const sendUntilAnswered = async (dashboard: Dashboard, command: Command, givenUp: () => boolean) => {
  const sent: Sent = { command, answer: null, tries: 0 }
  while (sent.answer === null && !givenUp()) {
    if (!dashboard.socket.connected) {
      await sleep(10)
      continue
    }
    sent.tries += 1
    sent.answer = await answerOf(dashboard, command)
  }
  return sent
}

const answerOf = async ({ socket, ship }: Dashboard, command: Command): Promise<Sent['answer']> => {
  const call = socket.timeout(ANSWER_MS_MAX).emitWithAck('command', { ship, command })
  const answer = (await call.catch(() => null)) as Answer<{ seq: number }> | null
  if (!answer) return null
  if (answer.ok) return { ok: true, seq: answer.seq }
  const { code } = answer.error
  return NOT_TRIED.includes(code) ? null : { ok: false, code }
}

/** Orders one after the other, as fast as they are answered or with a pause between, until told to stop. */
export const keepOrdering = async (
  dashboard: Dashboard,
  next: (number: number) => Order,
  stopped: () => boolean,
  name: string,
  pauseMs = 0,
): Promise<readonly Sent[]> => {
  const all: Sent[] = []
  while (!stopped()) {
    const command = { id: `${name}-order-${all.length}`, ...next(all.length) }
    all.push(await sendUntilAnswered(dashboard, command, stopped))
    if (pauseMs > 0) await sleep(pauseMs)
  }
  return all
}
