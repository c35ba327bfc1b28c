import { setTimeout as sleep } from 'node:timers/promises'
import type { Dice } from '#shared/dice.ts'
import { AskSchemas } from '#shared/protocol/schemas.ts'
import { BINARY, RawSocket } from '../../support/rawSocket.ts'
import { CREW } from './crew.ts'
import { fitting } from './fitting.ts'
import { garbled, mutated } from './hostile.ts'

const AT_ONCE = 4
/** Sent one after the other before the answers are waited for. */
const IN_A_WINDOW = 50
const LAST_CALL = '42999999["time",{}]'
const LAST_ANSWER = '43999999'
const ANSWER_MS_MAX = 20_000

const CALLS = Object.entries(AskSchemas)
/** At most one of these ends a connection. */
const ODD = [
  ...[
    '',
    '2probe',
    '3',
    '4',
    '5',
    '6',
    '9',
    '40',
    '40/',
    '40/admin,',
    '40/__proto__,{}',
    '41',
    '42',
    '43[]',
    '44{}',
    '45',
    '46',
  ],
  ...[
    '42[]',
    '42[null]',
    '42[7]',
    '42["error"]',
    '42["disconnect"]',
    '42["connection"]',
    '42["newListener"]',
    '42{}',
    '42null',
  ],
  ...[
    '42/x,["time",{}]',
    '451-["command",{"_placeholder":true,"num":0}]',
    '459-["x"]',
    '45-1-["x"]',
    '4299999999999999["time"]',
  ],
  `42${'['.repeat(20_000)}`,
  `421["command",${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}]`,
  `40${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  `421["__proto__",{}]`,
  `421["time",{"__proto__":{"polluted":1}}]`,
  'x'.repeat(70_000),
] as const

/** One call as a program gone wrong, or bent on harm, would send it: with an id to answer to, or without. */
const callOf = (id: number, dice: Dice): string => {
  const [name, schema] = dice.pick(CALLS)
  const ask = fitting(schema, dice)
  const sent = dice.chance(0.9) ? mutated(ask, dice) : ask
  return `42${dice.chance(0.8) ? id : ''}${JSON.stringify(dice.chance(0.03) ? mutated([name, sent], dice) : [name, sent])}`
}

interface Sent {
  frames: number
  connections: number
  refused: number
}

/** Sends so many packets, most over connections that have joined; only those that were surely looked at are counted. */
export const sendPackets = async (url: string, count: number, dice: Dice): Promise<Sent> => {
  const sent: Sent = { frames: 0, connections: 0, refused: 0 }
  const lane = async (): Promise<void> => {
    while (sent.frames < count) {
      const raw = await RawSocket.open(url).catch(() => null)
      if (!raw) {
        sent.refused += 1 // too much to do, on a busy machine
        await sleep(100)
        continue
      }
      sent.connections += 1
      if (dice.chance(0.9)) await raw.join({ role: dice.pick(CREW), name: 'Fuzz' })
      while (!raw.closed && sent.frames < count) sent.frames += await sendWindow(raw, dice)
      raw.close()
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return sent
}

/** How many of a window were looked at: all, if the call after them was answered; else the one that ended it. */
const sendWindow = async (raw: RawSocket, dice: Dice): Promise<number> => {
  for (let id = 0; id < IN_A_WINDOW; id++) raw.text(callOf(id, dice))
  if (dice.chance(0.1)) {
    if (dice.chance(0.1)) raw.frame(dice.pick([BINARY, 0x0, 0x3, 0xb]), Buffer.from([1, 2, 3]))
    else raw.text(dice.chance(0.5) ? dice.pick(ODD) : garbled(callOf(1, dice), dice))
  }
  raw.text(LAST_CALL)
  return (await isAnswered(raw)) ? IN_A_WINDOW : 1
}

const isAnswered = (raw: RawSocket): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ANSWER_MS_MAX)
    const done = (answered: boolean): void => {
      clearTimeout(timer)
      raw.socket.off('close', ended)
      resolve(answered)
    }
    const ended = (): void => done(false)
    raw.onText = (text) => {
      if (text.startsWith(LAST_ANSWER)) done(true)
    }
    if (raw.closed) ended()
    else raw.socket.once('close', ended)
  })
