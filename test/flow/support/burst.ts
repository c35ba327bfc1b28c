import type { Socket } from 'socket.io-client'
import { newId, SHIP } from './flow.ts'

/** An order that any ship takes at any time, each with an id of its own. */
export const note = () => ({ id: newId(), type: 'RecordLog', text: 'Noted' })

/** Gives so many orders at once; the code of each refusal, `ok` for the others. */
export const orderAtOnce = async (
  { socket }: { readonly socket: Pick<Socket, 'timeout'> },
  times: number,
): Promise<readonly string[]> => {
  const calls = Array.from({ length: times }, () =>
    (socket as Socket).timeout(5_000).emitWithAck('command', { ship: SHIP, command: note() }),
  )
  const answers = (await Promise.all(calls)) as ({ ok: true } | { ok: false; error: { code: string } })[]
  return answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))
}

export const count = <Outcome>(outcomes: readonly Outcome[], one: Outcome): number =>
  outcomes.filter((outcome) => outcome === one).length
