import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ACCESS_FILE, openSqliteAccess } from '#db/sqliteAccess.ts'
import { describe, expect, test } from 'vitest'
import { copyData } from '../../server/backups/copyData.ts'
import { openSqliteLog } from '#db/sqliteLog.ts'
import { existsSync } from 'node:fs'
import { temporaryFolder } from '../support/folders.ts'
import { newId, SHIP } from './support/flow.ts'
import { ASK, guarded, listenGuarded, startGuarded, Visitor } from './support/guarded.ts'
import { connect, knock } from './support/knock.ts'
import { eventually } from './support/watcher.ts'

const HOUR_MS = 3_600_000
const SIGNED_OUT = { status: 401, code: 'SignedOut' }
const SHIPS = '/api/v1/ships'

describe('a session', () => {
  test('[ACC5] given plain http, its cookie has 256 bits, is for no script and for no other site', async () => {
    const { instructor, visitor } = await startGuarded()
    const { headers } = await visitor().join({ token: (await instructor.invite()).token })
    const cookie = String(headers['set-cookie'])
    expect(cookie).toMatch(/^bulkhead=[\w-]{43}; Max-Age=86400; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(Buffer.from(cookie.slice(9, 52), 'base64url')).toHaveLength(32)
  })

  test('[ACC5] given everything that was told once, none of it is in the file, and no backup has the file', async () => {
    const folder = temporaryFolder()
    const log = openSqliteLog(folder)
    const { instructor, visitor, stop } = await startGuarded({
      log,
      access: guarded({ store: openSqliteAccess(folder) }),
    })
    const invite = await instructor.invite({ pin: true, uses: 5 })
    const comer = visitor()
    await comer.join({ token: invite.token })
    const key = (
      await instructor.ask('POST', '/api/v1/access/keys', { role: 'observer', ship: null, name: 'Lights', days: 3 })
    ).body as { token: string }
    const told = [invite.token, key.token, ...[comer, instructor].map(({ cookie }) => cookie?.split('=')[1] ?? '')]
    const file = readFileSync(join(folder, ACCESS_FILE))
    for (const secret of told) {
      expect(secret.length).toBeGreaterThan(20)
      expect(file.includes(secret)).toBe(false)
      expect(file.includes(Buffer.from(secret, 'base64url'))).toBe(false)
    }
    expect(file.includes(invite.pin ?? '')).toBe(false)
    expect(file.includes('observer')).toBe(true) // it is the file that is meant
    const copy = join(temporaryFolder(), 'copy')
    await copyData(folder, copy)
    expect(existsSync(join(copy, ACCESS_FILE))).toBe(false)
    await stop()
  })

  test('[ACC5] given a restart, whoever was in still is', async () => {
    const folder = temporaryFolder()
    const first = await startGuarded({ access: guarded({ store: openSqliteAccess(folder) }) })
    const { cookie } = first.instructor
    await first.stop()
    const second = await startGuarded({ access: guarded({ store: openSqliteAccess(folder) }), clock: first.clock })
    const back = second.visitor()
    back.cookie = cookie
    expect((await back.ask('GET', SHIPS)).status).toBe(200)
  })

  test('[ACC5] given 12 hours unused it ends; used, it ends after 24', async () => {
    const { joined, clock } = await startGuarded()
    const [used, unused] = [await joined('captain'), await joined('captain')]
    await clock.pass(12 * HOUR_MS - 1)
    expect((await used.ask('GET', SHIPS)).status).toBe(200)
    await clock.pass(1)
    expect(await unused.ask('GET', SHIPS)).toMatchObject(SIGNED_OUT)
    await clock.pass(11 * HOUR_MS)
    expect((await used.ask('GET', SHIPS)).status).toBe(200)
    await clock.pass(HOUR_MS)
    expect(await used.ask('GET', SHIPS)).toMatchObject(SIGNED_OUT)
  })

  test('[ACC5] given a program, its key is a bearer’s, and ends after its days, used or not', async () => {
    const { instructor, app, clock } = await startGuarded()
    const made = await instructor.ask('POST', '/api/v1/access/keys', {
      role: 'observer',
      ship: null,
      name: 'Lights',
      days: 3,
    })
    expect(made).toMatchObject({ status: 201, body: { session: { kind: 'program', name: 'Lights', dashboards: 0 } } })
    const { token } = made.body as { token: string }
    const lights = new Visitor(app, { authorization: `Bearer ${token}` })
    await clock.pass(71 * HOUR_MS)
    expect((await lights.ask('GET', '/metrics')).status).toBe(200)
    await clock.pass(HOUR_MS)
    expect(await lights.ask('GET', SHIPS)).toMatchObject(SIGNED_OUT)
    const wrong = new Visitor(app, { authorization: 'Bearer nonsense' })
    expect(await wrong.ask('GET', SHIPS)).toMatchObject(SIGNED_OUT)
  })

  test('[ACC5] given somebody who leaves, or joins anew in the same browser, the old cookie is dead', async () => {
    const { instructor, joined, visitor } = await startGuarded()
    const comer = await joined('captain')
    const old = visitor()
    old.cookie = comer.cookie
    await comer.join({ token: (await instructor.invite({ role: 'medical' })).token })
    expect(comer.cookie).not.toBe(old.cookie)
    expect(await old.ask('GET', SHIPS)).toMatchObject(SIGNED_OUT)
    expect(await comer.own()).toMatchObject({ session: { role: 'medical' } })
    old.cookie = comer.cookie
    expect(await comer.ask('DELETE', '/api/v1/session')).toMatchObject({ status: 200, body: { session: null } })
    expect(comer.cookie).toBeNull()
    expect(await old.ask('GET', SHIPS)).toMatchObject(SIGNED_OUT)
  })

  test('[ACC8] given another role in what a client says, that of the session holds, and only instructors let others in', async () => {
    const { joined, app, service } = await startGuarded()
    const comer = await joined('observer')
    const pretender = new Visitor(app, { 'bulkhead-role': 'instructor', 'bulkhead-name': 'Ines' })
    pretender.cookie = comer.cookie
    const order = { id: newId(), type: 'RecordLog', text: 'Hello' }
    expect(await pretender.ask('POST', `${SHIPS}/${SHIP}/commands`, order)).toMatchObject({
      status: 403,
      code: 'NotPermitted',
    })
    for (const role of ['captain', 'operations', 'medical', 'observer'] as const) {
      const one = await joined(role)
      const id = await one.id()
      for (const [method, path, body] of [
        ['GET', '/api/v1/access', undefined],
        ['POST', '/api/v1/access/invites', ASK],
        ['DELETE', '/api/v1/access/invites/any', undefined],
        ['POST', '/api/v1/access/keys', { role, ship: null, name: 'x', days: 1 }],
        ['POST', `/api/v1/access/sessions/${id}/admit`, undefined],
        ['DELETE', `/api/v1/access/sessions/${id}`, undefined],
        ['GET', '/metrics', undefined],
      ] as const)
        expect(await one.ask(method, path, body), `${role} ${path}`).toMatchObject({
          status: 403,
          code: 'NotPermitted',
        })
    }
    expect(service.access.sessions.all()).toHaveLength(6)
  })
})

describe('dashboards', () => {
  test('[ACC6] given a session that is ended amid a stream of orders, its sockets are cut within a second, and nobody else’s', async () => {
    const { instructor, joined, url, service } = await listenGuarded()
    const [comer, other] = [await joined('captain'), await joined('captain')]
    const links = await Promise.all([comer, comer].map(({ cookie }) => connect(url, { cookie })))
    const bystander = await connect(url, { cookie: other.cookie })
    const id = await comer.id()
    expect(await instructor.sessions()).toContainEqual(expect.objectContaining({ id, dashboards: 2 }))
    let given = 0
    const stream = setInterval(() => {
      links[0]?.emit(
        'command',
        { ship: SHIP, command: { id: newId(), type: 'RecordLog', text: 'On and on' } },
        () => (given += 1),
      )
    }, 2)
    await eventually(() => given > 5)
    expect((await instructor.ask('DELETE', `/api/v1/access/sessions/${id}`)).status).toBe(204)
    expect(service.access.sessions.dashboards(id)).toBe(0) // at once, on this side
    await eventually(() => links.every(({ connected }) => !connected), 1_000)
    clearInterval(stream)
    expect(bystander.connected).toBe(true)
    const head = service.log.head(SHIP)
    expect(await comer.ask('GET', SHIPS)).toMatchObject(SIGNED_OUT)
    expect(await knock(url, { cookie: comer.cookie })).toMatchObject({ code: 'SignedOut' })
    expect(service.log.head(SHIP)).toBe(head)
  })

  test('[ACC6] given a dashboard left open, its session is in use, and ends after 24 hours all the same', async () => {
    const { joined, url, clock } = await listenGuarded()
    const comer = await joined('observer')
    const link = await connect(url, { cookie: comer.cookie })
    await clock.pass(13 * HOUR_MS)
    expect(link.connected).toBe(true)
    expect((await comer.ask('GET', SHIPS)).status).toBe(200)
    await clock.pass(11 * HOUR_MS)
    await eventually(() => !link.connected)
  })

  test('[ACC6] given no session, one that waits, or another token, a handshake is refused with the reason', async () => {
    const { instructor, visitor, url } = await listenGuarded()
    const waiting = visitor()
    await waiting.join({ pin: (await instructor.invite({ pin: true })).pin ?? '' })
    expect(await knock(url, {})).toMatchObject({ code: 'SignedOut' })
    expect(await knock(url, { auth: { role: 'instructor' } })).toMatchObject({ code: 'SignedOut' })
    expect(await knock(url, { auth: { token: 'nonsense' } })).toMatchObject({ code: 'SignedOut' })
    expect(await knock(url, { cookie: waiting.cookie })).toMatchObject({ code: 'WaitingForAdmission' })
  })

  test('[ACC8] given a key or a session’s token in the handshake, its role holds', async () => {
    const { instructor, joined, url } = await listenGuarded()
    const { token } = (
      await instructor.ask('POST', '/api/v1/access/keys', { role: 'observer', ship: null, name: 'Lights', days: 1 })
    ).body as { token: string }
    const cookie = (await joined('observer')).cookie?.split('=')[1] ?? ''
    for (const shown of [
      { auth: { token, role: 'instructor' }, origin: null },
      { bearer: token, origin: null },
      { auth: { token: cookie } },
    ]) {
      const link = await connect(url, shown)
      const answer = await link.emitWithAck('command', {
        ship: SHIP,
        command: { id: newId(), type: 'RecordLog', text: 'x' },
      })
      expect(answer).toMatchObject({ ok: false, error: { code: 'NotPermitted', role: 'observer' } })
    }
  })

  test('[ACC8] given a change of who may come in, instructors are told to ask again, and nobody else', async () => {
    const { instructor, joined, url } = await listenGuarded()
    const told: string[] = []
    for (const [who, visitor] of Object.entries({
      desk: instructor,
      own: await joined('instructor', SHIP),
      other: await joined('instructor', 'petrel'),
      captain: await joined('captain'),
    })) {
      const link = await connect(url, { cookie: visitor.cookie })
      link.on('access', () => told.push(who))
    }
    await instructor.invite({ ship: SHIP })
    await eventually(() => told.length >= 2)
    expect(told.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['desk', 'own'])
  })
})
