import type { Static, TSchema } from 'typebox'
import { AskSchemas } from '#shared/protocol/schemas.ts'
import type { Answer, Problem } from '#shared/protocol/sockets.ts'
import { logDenial } from '../access/audit.ts'
import { iso } from '../clock.ts'
import { problem, unknownShip } from '../problem.ts'
import { order } from '../receive/order.ts'
import { reaches } from '../receive/person.ts'
import { reader } from '../receive/reader.ts'
import { throttle } from './throttle.ts'
import { type Caller, unwatch, watch } from './watch.ts'

const done = <Value extends object>(value: Value): Answer<Value> => ({ ok: true, ...value })
const refused = (error: Problem): Answer<object> => ({ ok: false, error })

type Reply = (answer: Answer<object>) => void
type Call = (caller: Caller, sent: unknown, reply: Reply) => void

type Asks = { readonly [Name in keyof typeof AskSchemas]: Static<(typeof AskSchemas)[Name]> }

/**
 * A call gets what its schema has read; anything else is answered for it. By name, as following a schema that
 * could be any is most of what the compiler would have to do for the server.
 */
const call = <Name extends keyof Asks>(
  name: Name,
  run: (caller: Caller, ask: Asks[Name], reply: Reply) => void,
): Call => {
  const read = reader(AskSchemas[name] as TSchema, 'what this call is asked with')
  return (caller, sent, reply) => {
    const ask = read(sent)
    if (!ask.ok) return reply(refused(ask.error))
    const ship = shipIn(ask.value)
    if (ship !== null && !reaches(caller.socket.data.person, ship)) return reply(refused(unknownShip(ship)))
    run(caller, ask.value as Asks[Name], reply)
  }
}

/** The ship that a call is about, as nearly every one is: whoever came in for one gets no answer about another. */
const shipIn = (ask: unknown): string | null =>
  typeof ask === 'object' && ask !== null && 'ship' in ask && typeof ask.ship === 'string' ? ask.ship : null

const CALLS: Readonly<Record<keyof typeof AskSchemas, Call>> = {
  watch: call('watch', (caller, ask, reply) => reply(watch(caller, ask))),
  unwatch: call('unwatch', (caller, ask, reply) => reply(unwatch(caller, ask))),
  command: call('command', ({ service, socket }, { ship, command }, reply) =>
    order(service, ship, command, socket.data.person, (ruling) =>
      reply(ruling.ok ? done({ seq: ruling.value.seq }) : refused(ruling.error)),
    ),
  ),
  differs: call('differs', ({ service, socket }, { ship, seq }, reply) => {
    service.metrics.differences.inc()
    service.logger.error({ ship, seq, socket: socket.id }, 'A dashboard has folded another state than the server')
    reply(done({}))
  }),
  time: call('time', ({ service }, _ask, reply) => reply(done({ wall: iso(service.clock.steadyMs()) }))),
}

const isCall = (name: unknown): name is keyof typeof CALLS => typeof name === 'string' && Object.hasOwn(CALLS, name)

const isReply = (part: unknown): part is Reply => typeof part === 'function'

/**
 * Every packet of a dashboard comes through here, of whatever name: without it, one that a handler did not foresee would
 * end the process. Whoever asks without waiting for an answer gets none.
 */
export const answerCalls = (caller: Caller): void => {
  const { socket, service } = caller
  const mayCall = throttle(socket, service)
  socket.onAny((name: unknown, ...sent: unknown[]) => {
    const last = sent.at(-1)
    const reply: Reply = (answer) => {
      if (!answer.ok) logDenial(service.logger, socket.data, answer.error)
      if (isReply(last)) last(answer)
    }
    try {
      const allowed = mayCall(name)
      if (!allowed.ok) reply(refused(allowed.error))
      else if (isCall(name)) CALLS[name](caller, sent[0], reply)
      else reply(refused(problem('NotFound', `There is no such call; there are ${Object.keys(CALLS).join(', ')}`)))
    } catch (error) {
      service.logger.error({ err: error, call: name }, 'A call failed')
      reply(refused(problem('Failed', 'The server could not do this; its log says why')))
    }
  })
}
