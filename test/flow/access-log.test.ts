import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { freePort, startServer } from '../support/serverProcess.ts'
import { listen, newId, SHIP } from './support/flow.ts'
import { guarded, guardedOn } from './support/guarded.ts'
import { connect, knock } from './support/knock.ts'

interface Line {
  readonly msg: string
  readonly [member: string]: unknown
}

/** Breaks out of a line of a log, if it can. */
const FORGED = 'Eve\r\n{"level":30,"msg":"forged"}'

test('[ACC12] given joins, refusals, denials and endings, each is in the log, without token, PIN or cookie', async () => {
  const lines: string[] = []
  const flow = await listen({ access: guarded(), logTo: { write: (line) => void lines.push(line) } })
  const { instructor, visitor, joined } = await guardedOn(flow)
  const invite = await instructor.invite({ pin: true, uses: 2, ship: SHIP })
  const comer = visitor()
  await comer.join({ token: invite.token }, 'Canary Wren')
  const waiting = visitor()
  await waiting.join({ pin: invite.pin ?? '' }, 'Canary Wren')
  await instructor.ask('POST', `/api/v1/access/sessions/${await waiting.id()}/admit`)
  const key = (
    await instructor.ask('POST', '/api/v1/access/keys', { role: 'observer', ship: null, name: 'Lights', days: 1 })
  ).body as { token: string }
  await visitor().join({ token: 'canary-token' }, 'Eve')
  await visitor().join({ token: FORGED }, FORGED)
  await visitor().ask('GET', `/api/v1/ships?secret=canary-query`)
  await comer.ask('GET', '/api/v1/ships/petrel')
  const observer = await joined('observer')
  const link = await connect(flow.url, { cookie: observer.cookie })
  await link.emitWithAck('command', { ship: SHIP, command: { id: newId(), type: 'RecordLog', text: 'canary-text' } })
  await knock(flow.url, { cookie: 'bulkhead=canary-cookie' })
  await flow.app.inject({ url: '/api/v1/ships', headers: { host: 'evil.example', cookie: 'bulkhead=canary-cookie' } })
  const ended = await comer.id()
  await instructor.ask('DELETE', `/api/v1/access/sessions/${ended}`)

  const logged = lines.map((line) => JSON.parse(line) as Line)
  const saying = (msg: string) => logged.filter((line) => line.msg === msg)
  expect(saying('Somebody came in')).toContainEqual(
    expect.objectContaining({ session: ended, role: 'captain', ship: SHIP, address: '127.0.0.1' }),
  )
  for (const msg of [
    'Somebody was invited',
    'A key was made',
    'Somebody was admitted',
    'Somebody was sent away',
    'A session has ended',
  ])
    expect(saying(msg).length, msg).toBeGreaterThan(0)
  expect(new Set(saying('Denied').map(({ code }) => code))).toEqual(
    new Set(['InviteUnusable', 'SignedOut', 'UnknownShip', 'NotPermitted', 'HostNotAllowed']),
  )
  expect(saying('Denied')).toContainEqual(
    expect.objectContaining({ code: 'NotPermitted', role: 'observer', session: await observer.id() }),
  )

  const text = lines.join('')
  const cookies = [instructor, waiting, observer].map(({ cookie }) => cookie?.split('=')[1] ?? '?')
  for (const secret of [invite.token, invite.pin ?? '?', key.token, ...cookies, 'canary', 'Canary', 'forged'])
    expect(text, secret).not.toContain(secret)
})

test('[ACC4] given a guarded start, the link is printed, works once, and is in no line of the log', async () => {
  const env = { BULKHEAD_ACCESS: 'guarded', LOG_LEVEL: 'trace' }
  const server = await startServer({ port: await freePort(), data: temporaryFolder(), env })
  onTestFinished(() => server.kill())
  const token = await linkOf(server.output)
  const comeIn = () =>
    fetch(`${server.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, name: 'Ines' }),
    })
  expect((await comeIn()).status).toBe(201)
  expect((await comeIn()).status).toBe(403)
  const logged = server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  expect(logged.length).toBeGreaterThan(0)
  expect(logged.join()).not.toContain(token)
})

const linkOf = async (output: () => string): Promise<string> => {
  for (;;) {
    const token = /\/join#([\w-]{22})\n/.exec(output())?.[1]
    if (token !== undefined) return token
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
