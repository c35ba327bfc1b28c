import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { startFlow } from './support/flow.ts'
import { startGuarded, Visitor } from './support/guarded.ts'

const MINUTE_MS = 60_000

const builtScreens = (): string => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Bulkhead</title>')
  writeFileSync(join(folder, 'assets', 'main-a1b2c3.js'), 'export {}')
  return folder
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>
}

describe('without a session', () => {
  const FREE = ['get /healthz', 'get /readyz', 'get /api/v1/session', 'post /api/v1/session', 'delete /api/v1/session']

  test('[ACC1] given a visitor without one, of every route only those of joining and of health are answered', async () => {
    const { instructor, visitor } = await startGuarded()
    const { paths } = (await instructor.ask('GET', '/api/v1/openapi.json')).body as OpenApi
    const answered: string[] = []
    for (const [path, methods] of Object.entries(paths)) {
      for (const method of Object.keys(methods)) {
        const { status, code } = await visitor().ask(
          method.toUpperCase() as 'GET',
          path,
          method === 'post' ? {} : undefined,
        )
        if (status !== 401) answered.push(`${method} ${path}`)
        else expect(code).toBe('SignedOut')
      }
    }
    expect(answered.sort()).toEqual([...FREE].sort())
  })

  test('[ACC1] given built pages, a visitor gets them, and of what else is not there nothing but 401', async () => {
    const { visitor } = await startGuarded({ screens: builtScreens() })
    for (const path of ['/', '/join', '/desk', '/assets/main-a1b2c3.js'])
      expect((await visitor().ask('GET', path)).status, path).toBe(200)
    for (const path of ['/nothing', '/api/v1/nothing', '/metrics', '/api/v1/ships/none'])
      expect(await visitor().ask('GET', path), path).toMatchObject({ status: 401, code: 'SignedOut' })
  })

  test('[ACC1] given open access, everybody is let in, may take any role, and is told so', async () => {
    const { app } = await startFlow()
    const anybody = new Visitor(app, { 'bulkhead-role': 'captain' })
    expect(await anybody.own()).toEqual({ access: 'open' })
    expect((await anybody.ask('GET', '/api/v1/ships')).status).toBe(200)
    expect((await anybody.ask('GET', '/metrics')).status).toBe(200)
  })

  test('[ACC1] given guarded access, readiness names no ship', async () => {
    const { visitor } = await startGuarded()
    expect((await visitor().ask('GET', '/readyz')).body).toEqual({ ready: true, reasons: [], warnings: [] })
  })
})

describe('by a link', () => {
  test('[ACC2] given its token, somebody is in with its role and ship, once for each use', async () => {
    const { instructor, visitor } = await startGuarded()
    const { token, usesLeft, pin } = await instructor.invite({ role: 'medical', ship: 'voyager', uses: 2 })
    expect({ usesLeft, pin, bits: Buffer.from(token, 'base64url').length * 8 }).toEqual({
      usesLeft: 2,
      pin: null,
      bits: 128,
    })
    const comers = [visitor(), visitor(), visitor()]
    const came = await Promise.all(comers.map((comer) => comer.join({ token })))
    expect(came.filter(({ status }) => status === 201)).toHaveLength(2)
    expect(came.filter(({ code }) => code === 'InviteUnusable')).toHaveLength(1)
    const first = came.find(({ status }) => status === 201)
    expect(first?.body).toMatchObject({
      access: 'guarded',
      session: { role: 'medical', ship: 'voyager', name: 'Ann', state: 'admitted' },
    })
  })

  test('[ACC2] given two who use the last use at once, one comes in', async () => {
    const { instructor, visitor } = await startGuarded()
    for (let n = 0; n < 20; n++) {
      const { token } = await instructor.invite({ uses: 1 })
      const came = await Promise.all([visitor().join({ token }), visitor().join({ token })])
      expect(new Set(came.map(({ status }) => status))).toEqual(new Set([201, 403]))
    }
  })

  test('[ACC2] given one that is used up, run out, withdrawn or never was, all are told the same', async () => {
    const { instructor, visitor, clock } = await startGuarded()
    const usedUp = await instructor.invite()
    await visitor().join({ token: usedUp.token })
    const runOut = await instructor.invite({ minutes: 1 })
    const withdrawn = await instructor.invite()
    expect((await instructor.ask('DELETE', `/api/v1/access/invites/${withdrawn.id}`)).status).toBe(204)
    expect((await instructor.ask('DELETE', `/api/v1/access/invites/${withdrawn.id}`)).status).toBe(204)
    await clock.pass(MINUTE_MS)
    const tokens = [usedUp.token, runOut.token, withdrawn.token, 'never-made', 'x'.repeat(64)]
    const told = await Promise.all(tokens.map((token) => visitor().join({ token })))
    expect(told.map(({ status, code }) => [status, code])).toEqual(tokens.map(() => [403, 'InviteUnusable']))
    expect(new Set(told.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect((await instructor.ask('GET', '/api/v1/access')).body).toMatchObject({ invites: [] })
  })

  test('[ACC2] given what is not an invitation, or for a ship that is not there, nothing is made', async () => {
    const { instructor } = await startGuarded()
    const ask = (more: object) =>
      instructor.ask('POST', '/api/v1/access/invites', {
        role: 'captain',
        ship: null,
        uses: 1,
        minutes: 1,
        pin: false,
        ...more,
      })
    for (const wrong of [
      { role: 'admiral' },
      { uses: 0 },
      { uses: 51 },
      { minutes: 0 },
      { minutes: 1_441 },
      { more: 1 },
    ])
      expect(await ask(wrong), JSON.stringify(wrong)).toMatchObject({ status: 400, code: 'Malformed' })
    expect(await ask({ ship: 'no-such' })).toMatchObject({ status: 404, code: 'UnknownShip' })
  })

  test('[ACC4] given another start, the instructor’s link of the one before works no more, and this one once', async () => {
    const { service, visitor } = await startGuarded()
    const before = service.access.startLink()
    const now = service.access.startLink()
    expect((await visitor().join({ token: before })).status).toBe(403)
    expect((await visitor().join({ token: now })).body).toMatchObject({ session: { role: 'instructor', ship: null } })
    expect((await visitor().join({ token: now })).status).toBe(403)
  })
})

describe('by a PIN', () => {
  test('[ACC3] given a PIN, its holder waits, and is in when an instructor has admitted them', async () => {
    const { instructor, visitor } = await startGuarded()
    const { pin, usesLeft } = await instructor.invite({ role: 'operations', pin: true })
    expect(pin).toMatch(/^\d{6}$/)
    const comer = visitor()
    expect(await comer.join({ pin: pin ?? '' })).toMatchObject({ status: 201, body: { session: { state: 'waiting' } } })
    expect(await comer.ask('GET', '/api/v1/ships')).toMatchObject({ status: 403, code: 'WaitingForAdmission' })
    const id = await comer.id()
    expect(await instructor.sessions()).toContainEqual(
      expect.objectContaining({ id, state: 'waiting', role: 'operations' }),
    )
    expect((await instructor.ask('POST', `/api/v1/access/sessions/${id}/admit`)).body).toMatchObject({
      state: 'admitted',
    })
    expect((await comer.ask('GET', '/api/v1/ships')).status).toBe(200)
    expect((await instructor.ask('GET', '/api/v1/access')).body).toMatchObject({ invites: [{ usesLeft }] })
    expect(await instructor.ask('POST', '/api/v1/access/sessions/none/admit')).toMatchObject({
      status: 404,
      code: 'UnknownSession',
    })
  })

  test('[ACC3] given nobody who admits them, whoever waits is forgotten after 10 minutes', async () => {
    const { instructor, visitor, clock } = await startGuarded()
    const { pin } = await instructor.invite({ pin: true, minutes: 60 })
    const comer = visitor()
    await comer.join({ pin: pin ?? '' })
    await clock.pass(10 * MINUTE_MS)
    expect(await comer.own()).toEqual({ access: 'guarded', session: null })
  })

  test('[ACC3] given 10 minutes, or its invitation withdrawn, a PIN works no more', async () => {
    const { instructor, visitor, clock } = await startGuarded()
    const { pin } = await instructor.invite({ pin: true, minutes: 60, uses: 2 })
    const other = await instructor.invite({ pin: true, minutes: 60 })
    await clock.pass(10 * MINUTE_MS - 1)
    expect((await visitor().join({ pin: pin ?? '' })).status).toBe(201)
    await instructor.ask('DELETE', `/api/v1/access/invites/${other.id}`)
    expect((await visitor().join({ pin: other.pin ?? '' })).status).toBe(403)
    await clock.pass(1)
    expect((await visitor().join({ pin: pin ?? '' })).status).toBe(403)
    expect((await instructor.ask('GET', '/api/v1/access')).body).toMatchObject({ invites: [{ pinExpiresAt: null }] })
  })

  const wrongFor = (pin: string): string => (pin === '000000' ? '000001' : '000000')

  test('[ACC3] given 5 guesses from an address within a minute, no more are looked at, and the right one is told like a wrong one', async () => {
    const { instructor, visitor, clock } = await startGuarded()
    const { pin } = await instructor.invite({ pin: true })
    const right = pin ?? ''
    const wrong = await Promise.all(
      Array.from({ length: 5 }, () => visitor().join({ pin: wrongFor(right) }, 'Eve', '10.0.0.9')),
    )
    const unseen = await visitor().join({ pin: right }, 'Eve', '10.0.0.9')
    expect(new Set([...wrong, unseen].map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1)
    expect((await visitor().join({ pin: right }, 'Ann', '10.0.0.10')).status).toBe(201)
    await clock.pass(MINUTE_MS)
    expect((await visitor().join({ pin: right }, 'Ann', '10.0.0.9')).status).toBe(201)
  })

  test('[ACC3] given 30 guesses within a minute from anywhere, no more are looked at; after 30 wrong ones the PIN is void', async () => {
    const { instructor, visitor, clock } = await startGuarded()
    const right = (await instructor.invite({ pin: true, uses: 9 })).pin ?? ''
    for (let n = 0; n < 29; n++) await visitor().join({ pin: wrongFor(right) }, 'Eve', `10.0.1.${n}`)
    expect((await visitor().join({ pin: right }, 'Ann', '10.0.0.1')).status).toBe(201)
    expect((await visitor().join({ pin: right }, 'Ann', '10.0.0.2')).status).toBe(403)
    await clock.pass(MINUTE_MS)
    expect((await visitor().join({ pin: right }, 'Ann', '10.0.0.2')).status).toBe(201)
    await visitor().join({ pin: wrongFor(right) }, 'Eve', '10.0.1.1')
    expect((await visitor().join({ pin: right }, 'Ann', '10.0.0.3')).status).toBe(403)
  })
})
