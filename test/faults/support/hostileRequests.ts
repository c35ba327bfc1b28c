import { Agent, request } from 'node:http'
import type { Dice } from '#shared/dice.ts'
import { InviteAsk, JoinAsk, KeyAsk } from '#shared/protocol/access.ts'
import { CommandSchema } from '#shared/protocol/schemas.ts'
import { seedFile } from '../../support/seed-files.ts'
import { CREW } from './crew.ts'
import { fitting } from './fitting.ts'
import { garbled, mutated } from './hostile.ts'

const AT_ONCE = 24
const ANSWER_MS_MAX = 20_000

export interface Operation {
  readonly method: string
  /** With its parameters in braces. */
  readonly path: string
}

/** What the server says it can be asked, and a few things that it does not. */
const operationsOf = async (url: string): Promise<readonly Operation[]> => {
  const { paths } = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as { paths: Record<string, object> }
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  )
  return [
    ...described,
    ...['PUT', 'OPTIONS', 'TRACE', 'HEAD'].map((method) => ({ method, path: '/api/v1/ships/{ship}' })),
    ...[
      { method: 'GET', path: '/assets/{file}' },
      { method: 'GET', path: '/socket.io/?EIO={version}' },
    ],
  ]
}

const NAMES = [
  'voyager',
  'nobody',
  '__proto__',
  '%00',
  '..%2f..%2fpackage.json',
  '%',
  '%ff',
  'a'.repeat(5_000),
  'VOYAGER',
]
const QUERY = 'after=0&limit=10&role=observer&ship=voyager&format=csv'
const TYPES = [
  'application/json',
  'application/json',
  'application/json',
  'application/json;charset=x',
  'text/plain',
  'a/b',
  '',
]

/** Visible characters of ASCII: with others the client itself would refuse to send it. */
const sendable = (text: string): string =>
  text.replace(/[^\x21-\x7e]/g, (odd) => `%${odd.charCodeAt(0).toString(16).slice(-2).padStart(2, '0')}`)

const bodyOf = (path: string, dice: Dice): string => {
  const schema = path.endsWith('/commands') ? CommandSchema : dice.pick([CommandSchema, JoinAsk, InviteAsk, KeyAsk])
  const value = dice.chance(0.02) ? { definition: seedFile('ships', 'kittiwake') } : fitting(schema, dice)
  const text = JSON.stringify(dice.chance(0.8) ? mutated(value, dice) : value)
  return dice.chance(0.2) ? garbled(text, dice) : text
}

const requestOf = ({ method, path }: Operation, dice: Dice) => {
  const named = path.replace(/\{\w+\}/g, () => (dice.chance(0.7) ? 'voyager' : garbled(dice.pick(NAMES), dice)))
  const query = dice.chance(0.3) ? `${named.includes('?') ? '&' : '?'}${garbled(QUERY, dice)}` : ''
  const body = method === 'GET' || method === 'HEAD' || method === 'TRACE' ? '' : bodyOf(path, dice)
  const role = dice.chance(0.9) ? dice.pick(CREW) : garbled('captain', dice)
  const headers = {
    'content-type': dice.pick(TYPES),
    'bulkhead-role': sendable(role),
    'bulkhead-name': sendable(garbled('Ann', dice)),
  }
  return { method, path: sendable(named + query), headers, body }
}

export interface Answers {
  /** By status; 0: the connection was closed without one. */
  readonly byStatus: Map<number, number>
  /** Those that should not be: failures of the server, or words about its insides. */
  readonly bad: string[]
}

/** Sends so many requests that no client of ours would. */
export const sendRequests = async (url: string, count: number, dice: Dice): Promise<Answers> => {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const operations = await operationsOf(url)
  const answers: Answers = { byStatus: new Map(), bad: [] }
  const numbers = Array.from({ length: count }).values()
  const lane = async (): Promise<void> => {
    for (const _ of numbers) {
      const sent = requestOf(dice.pick(operations), dice)
      const { status, text } = await send(url, agent, sent)
      answers.byStatus.set(status, (answers.byStatus.get(status) ?? 0) + 1)
      if (isFailure(status, sent.path) || TELLS_TOO_MUCH.test(status < 400 ? '' : text))
        answers.bad.push(`${status} to ${JSON.stringify(sent).slice(0, 500)}: ${text.slice(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  agent.destroy()
  return answers
}

/** That the server has too much to do is no failure, and a busy machine's `/readyz` says so. */
const isFailure = (status: number, path: string): boolean => status >= 500 && !path.startsWith('/readyz')

/** A stack, or a file of ours. */
const TELLS_TOO_MUCH = /\n\s+at |node_modules|\.ts:\d/

const send = (url: string, agent: Agent, { body, ...options }: ReturnType<typeof requestOf>) =>
  new Promise<{ status: number; text: string }>((resolve) => {
    const asked = request(url, { ...options, agent, timeout: ANSWER_MS_MAX }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('close', () => resolve({ status: response.statusCode ?? 0, text }))
      response.on('error', () => undefined)
    })
    asked.on('error', () => resolve({ status: 0, text: '' }))
    asked.end(body)
  })
