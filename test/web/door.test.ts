import { describe, expect, test } from 'vitest'
import decodeQR from 'qr/decode.js'
import encodeQR from 'qr'
import type { Session } from '#shared/protocol/access.ts'
import {
  addressesFor,
  doorAt,
  linkTo,
  pathOfSquares,
  pinInGroups,
  presenceInWords,
  scopeInWords,
  timeLeft,
} from '../../web/src/access/words.ts'
import { digitsOf, pauseMsOf, refusalInWords, stillMissing } from '../../web/src/door/doorWords.ts'

describe('at the door', () => {
  test('a PIN is its digits, however it was typed or pasted', () => {
    expect(digitsOf('123 456')).toBe('123456')
    expect(digitsOf(' 12-34-56 and more 7')).toBe('123456')
    expect(digitsOf('none')).toBe('')
  })

  test('what is missing is said before anybody is asked', () => {
    expect(stillMissing('Ann', { pin: '12345' })).toEqual({ title: 'A PIN has 6 digits', field: 'pin' })
    expect(stillMissing('  ', { pin: '123456' })?.field).toBe('name')
    expect(stillMissing('  ', { token: 't' })?.title).toBe('Say your name')
    expect(stillMissing('Ann', { token: 't' })).toBeNull()
  })

  test('a link and a PIN that do not work say each what to do', () => {
    const refused = { code: 'InviteUnusable', detail: 'No.' }
    expect(refusalInWords(refused, { token: 't' }).title).toMatch(/invitation/)
    expect(refusalInWords(refused, { pin: '123456' }).title).toMatch(/PIN/)
  })

  test('what is not foreseen is said in the server’s words', () =>
    expect(refusalInWords({ code: 'Malformed', detail: 'A name is on one line.' }, { token: 't' }).detail).toBe(
      'A name is on one line.',
    ))

  test('only being told to wait makes one wait', () => {
    expect(pauseMsOf({ code: 'Busy', detail: '', retryAfterMs: 12_000 })).toBe(12_000)
    expect(pauseMsOf({ code: 'Busy', detail: '' })).toBe(0)
    expect(pauseMsOf({ code: 'InviteUnusable', detail: '', retryAfterMs: 12_000 })).toBe(0)
  })
})

describe('an invitation', () => {
  const ships = [{ id: 'a', name: 'Aurora' }]

  test('is for a role, and for a ship or all', () => {
    expect(scopeInWords({ role: 'medical', ship: null }, ships)).toBe('medical · all ships')
    expect(scopeInWords({ role: 'captain', ship: 'a' }, ships)).toBe('captain · Aurora')
    expect(scopeInWords({ role: 'captain', ship: 'gone' }, ships)).toBe('captain · gone')
  })

  test('has its token behind the #', () => {
    expect(linkTo('http://192.168.1.5:1701', 'T')).toBe('http://192.168.1.5:1701/join#T')
    expect(doorAt('https://ship.test')).toBe('https://ship.test/join')
  })

  test('names an address that others find, as long as one is known', () => {
    const lan = 'http://192.168.1.5:1701'
    expect(addressesFor('http://127.0.0.1:1701', [lan])).toEqual([lan])
    expect(addressesFor('http://[::1]:1701', [lan, lan])).toEqual([lan])
    expect(addressesFor(lan, [lan, 'http://10.0.0.7:1701'])).toEqual([lan, 'http://10.0.0.7:1701'])
    expect(addressesFor('http://localhost:1701', [])).toEqual(['http://localhost:1701'])
  })

  test('says how long it works: whole minutes, then seconds, then nothing', () => {
    const at = Date.parse('2026-11-23T10:00:00Z')
    expect(timeLeft('2026-11-23T11:05:00Z', at)).toBe('1 h 5 min')
    expect(timeLeft('2026-11-23T10:04:01Z', at)).toBe('5 min')
    expect(timeLeft('2026-11-23T10:00:42Z', at)).toBe('42 s')
    expect(timeLeft('2026-11-23T10:00:00Z', at)).toBeNull()
  })

  test('has a PIN that is read out in two breaths', () => expect(pinInGroups('407316')).toBe('407 316'))

  test('is a QR code that reads as its link', () => {
    const link = linkTo('http://192.168.1.5:1701', 'Zk9vB2qTnX4mR7sYp1cLwA')
    const rows = encodeQR(link, 'raw', { border: 4, ecc: 'medium' })
    expect(decodeQR(drawn(pathOfSquares(rows), rows.length))).toBe(link)
  })
})

/** The squares of a path on a white sheet, each 4 × 4 px. */
const drawn = (path: string, squares: number) => {
  const scale = 4
  const width = squares * scale
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)/g))
    for (let dy = 0; dy < scale; dy++)
      for (let dx = 0; dx < scale; dx++)
        data.fill(
          0,
          4 * ((Number(y) * scale + dy) * width + Number(x) * scale + dx),
          4 * ((Number(y) * scale + dy) * width + Number(x) * scale + dx) + 3,
        )
  return { width, height: width, data }
}

test('who is in has dashboards open, or was last seen some time ago', () => {
  const at = Date.parse('2026-11-23T10:00:00Z')
  const one = { dashboards: 0, seenAt: '2026-11-23T09:48:30Z' } as Session
  expect(presenceInWords({ ...one, dashboards: 2 }, at)).toBe('2 dashboards')
  expect(presenceInWords(one, at)).toBe('seen 11 min ago')
  expect(presenceInWords({ ...one, seenAt: '2026-11-23T09:59:40Z' }, at)).toBe('here just now')
})
