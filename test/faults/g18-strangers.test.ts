import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { Pins } from '../../server/access/pins.ts'
import { guardOf } from '../../server/receive/guard.ts'
import { sendersBehind } from '../../server/receive/sender.ts'
import { startGuarded } from '../flow/support/guarded.ts'
import { report } from './support/goal.ts'

const GUESSES = 10_000
const ADDRESSES = 50
const MINUTE_MS = 60_000

/** As many guesses a minute as come from all addresses together when each keeps on guessing. */
const A_MINUTE = 500

test('[ACC3] given 10,000 guesses from 50 addresses, none is a hit, and at most 30 a minute are looked at', async () => {
  const { instructor, visitor, clock, service } = await startGuarded()
  const { pin } = await instructor.invite({ pin: true, minutes: 1_440, uses: 50 })
  const guesses = Array.from({ length: GUESSES }, (_, n) => String(n).padStart(6, '0')).filter(
    (digits) => digits !== pin,
  )
  let hits = 0
  for (const [n, digits] of guesses.entries()) {
    const { status } = await visitor().join({ pin: digits }, 'Eve', `10.0.0.${n % ADDRESSES}`)
    hits += Number(status !== 403)
    if (n % A_MINUTE === A_MINUTE - 1) await clock.pass(MINUTE_MS)
  }
  const looked = lookedAtInAMinute()
  const alive = service.access.invites().filter(({ pinExpiresAt }) => pinExpiresAt !== null).length
  report({
    goal: 'G18',
    name: 'PINs guessed by strangers',
    value: `${guesses.length} guesses, ${hits} hits; at most ${looked} looked at in a minute; PINs left ${alive}`,
    target: '0 hits, at most 30 a minute, void after 30 wrong ones',
    pass: hits === 0 && looked <= 30 && alive === 0,
  })
})

/**
 * Counted from inside, as from outside nobody can tell: a PIN for every one of a million is always right, and a guess that hits was
 * looked at. The most in any minute of an hour of guessing without a pause.
 */
const lookedAtInAMinute = (): number => {
  let nowMs = 0
  const hitsMs: number[] = []
  const pins = new Pins({ bytes: (count) => Buffer.alloc(count), below: () => 123_456 }, () => nowMs)
  for (let n = 0; n < GUESSES; n++, nowMs += 360) {
    if (n % 1_000 === 0) {
      pins.drop('any')
      pins.make('any')
    }
    if (pins.guess('123456', `10.0.0.${n % ADDRESSES}`) !== null) hitsMs.push(nowMs)
  }
  return Math.max(...hitsMs.map((fromMs) => hitsMs.filter((ms) => ms >= fromMs && ms < fromMs + MINUTE_MS).length))
}

const OURS = ['localhost', '127.0.0.1', '[::1]', 'desk', '192.168.1.4']
const HOSTS: readonly (readonly [host: string, ours: boolean])[] = [
  ['localhost:1701', true],
  ['LOCALHOST:1701', true],
  ['127.0.0.1:1701', true],
  ['[::1]:1701', true],
  ['desk', true],
  ['192.168.1.4:1701', true],
  ['192.168.1.4:80', true],
  ['evil.example', false],
  ['evil.example:1701', false],
  ['localhost.evil.example:1701', false],
  ['evil-localhost:1701', false],
  ['localhost.:1701', false],
  ['localhost:1701:1701', false],
  ['localhost:1701@evil.example', false],
  ['192.168.1.40:1701', false],
  ['192.168.1.4.nip.example:1701', false],
  ['2130706433:1701', false],
  ['0x7f.1:1701', false],
  ['127.1:1701', false],
  ['[::ffff:127.0.0.1]:1701', false],
  ['', false],
]

/** Null: none. `same` stands for the very place of the host. */
const ORIGINS = [
  ...[null, 'same', 'null', '', 'http://evil.example', 'http://localhost:3000', 'https://same', 'HTTP://same'],
  ...[
    'http://same.evil.example',
    'http://evil.example/same',
    'http://same/',
    'http://same@evil.example',
    'file://',
    '*',
  ],
] as const

const originFor = (origin: string | null, host: string): string | null =>
  origin === 'same' ? `http://${host.toLowerCase()}` : (origin?.replace('same', host) ?? null)

const COOKIES = ['none', 'cookie', 'bearer'] as const
const METHODS = ['GET', 'POST', 'DELETE', 'handshake'] as const

test('[ACC9] given every Host, Origin and cookie, over HTTP and as a handshake, none is wrongly accepted', () => {
  const guard = guardOf(() => new Set(OURS), sendersBehind([]))
  const wrong: string[] = []
  let cells = 0
  for (const [host, ours] of HOSTS)
    for (const origin of ORIGINS)
      for (const cookie of COOKIES)
        for (const method of METHODS) {
          const said = originFor(origin, host)
          const isSame = said === `http://${host.toLowerCase()}`
          const needsOrigin = cookie === 'cookie' && method !== 'GET'
          const expected = ours && (said === null ? !needsOrigin : isSame)
          const accepted = guard(requestWith(host, said, cookie, method)).ok
          cells += 1
          if (accepted !== expected) wrong.push(`${host} ${said} ${cookie} ${method}: ${accepted}`)
        }
  expect(wrong).toEqual([])
  report({
    goal: 'G18',
    name: 'Host × Origin × cookie × way in',
    value: `${cells} cells, ${wrong.length} wrong`,
    target: '0 wrongly accepted or refused',
    pass: wrong.length === 0,
  })
})

const requestWith = (
  host: string,
  origin: string | null,
  cookie: (typeof COOKIES)[number],
  method: (typeof METHODS)[number],
): IncomingMessage =>
  ({
    method: method === 'handshake' ? 'GET' : method,
    socket: { remoteAddress: '10.0.0.9' },
    headers: {
      host,
      ...(origin !== null && { origin }),
      ...(cookie === 'cookie' && { cookie: 'theme=dark; bulkhead=token' }),
      ...(cookie === 'bearer' && { authorization: 'Bearer token', cookie: 'bulkhead=token' }),
      ...(method === 'handshake' && { upgrade: 'websocket' }),
    },
  }) as unknown as IncomingMessage
