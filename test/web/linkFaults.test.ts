import { beforeEach, describe, expect, test } from 'vitest'
import type { Link } from '../../web/src/link/link.ts'
import { fakeStorage } from '../support/fake-storage.ts'
import type { FakeServer } from './fakeServer.ts'
import { FakeTab, file, settle } from './fakeTab.ts'

let tab: FakeTab
let server: FakeServer
let link: Link

beforeEach(() => {
  tab = new FakeTab()
  ;({ server, link } = tab)
})

const NOTHING_LEFT = { own: [], ofOthers: [] }
const RED = { type: 'SetAlert', condition: 'red' } as const

describe('orders that are not answered for good', () => {
  test('[LNK3] given an order, it holds for a minute by the server’s clock', async () => {
    server.wallMs = tab.nowMs + 3_600_000
    await tab.connect()
    void link.order(RED)
    expect(server.received[0]?.expiresAt).toBe('2026-11-22T13:01:00.000Z')
  })

  test('[LNK2] given a server that is busy, the same order is asked again after the time it says', async () => {
    await tab.connect()
    server.busyFor = 1
    const outcome = link.order(RED)
    await tab.pass(399)
    expect(link.view.pending).toHaveLength(1)
    expect(server.received).toHaveLength(1)
    await tab.pass(201)
    expect(await outcome).toEqual({ ok: true })
    expect(server.received.map(({ id }) => id)).toEqual(['id-1', 'id-1'])
  })

  test('[LNK2] given an order that was answered meanwhile, it is not asked again', async () => {
    await tab.connect()
    server.busyFor = 1
    const outcome = link.order(RED)
    await settle()
    server.cut()
    await tab.connect()
    await tab.pass(600)
    expect(await outcome).toEqual({ ok: true })
    await tab.pass(60_000)
    expect(server.received).toHaveLength(2)
  })

  test('[LNK3] given a tab that is loaded anew, its orders are asked again with their ids and it is told what came of them', async () => {
    await tab.connect()
    server.silent = true
    void link.order(RED)
    await settle()
    link.close()
    server.silent = false
    const reloaded = tab.open()
    const { own, ofOthers } = reloaded.resume()
    expect(ofOthers).toEqual([])
    expect(reloaded.view.pending).toMatchObject([{ id: 'id-1', ...RED }])
    await tab.connect()
    expect(own).toHaveLength(1)
    expect(await own[0]?.outcome).toEqual({ ok: true })
    expect(new Set(server.received.map(({ id }) => id))).toEqual(new Set(['id-1']))
    expect(server.log).toHaveLength(1)
    expect(tab.open().resume()).toEqual(NOTHING_LEFT)
  })

  test('[LNK3] given a browser that keeps nothing, or rubbish, orders go their way all the same', async () => {
    for (const kept of ['rubbish', '[1, null, {}]', '{}'])
      expect(new FakeTab({ ...fakeStorage(), getItem: () => kept }).link.resume()).toEqual(NOTHING_LEFT)
    const full = new FakeTab({ ...fakeStorage(), setItem: () => expect.fail('full') })
    await full.connect()
    expect(await full.link.order(RED)).toEqual({ ok: true })
  })
})

describe('what is folded is held against what the server has', () => {
  test('[LNK1] given the very same state, nothing is said', async () => {
    await tab.connect()
    server.happen('one')
    server.head()
    await settle()
    expect(server.differences).toEqual([])
    expect(server.watches).toEqual([undefined])
  })

  test('[LNK1] given a seq that we are beyond, or short of, nothing is compared', async () => {
    await tab.connect()
    server.happen('one')
    server.head('another', 0)
    server.head('another', 2)
    await settle()
    expect(server.differences).toEqual([])
  })

  test('[LNK1] given a seq that we are short of, what was lost is asked for, though nothing more happens', async () => {
    await tab.connect()
    server.happen('one')
    server.happen('two', false)
    server.head()
    await settle()
    tab.frame()
    expect(link.view.ship?.seq).toBe(2)
    expect(server.differences).toEqual([])
  })

  test('[LNK1] given another state, the server is told, and the state is asked for', async () => {
    await tab.connect()
    server.happen('one')
    server.head('another')
    await settle()
    expect(server.differences).toMatchObject([{ ship: file.id, seq: 1, hash: /^[0-9a-f]{16}$/ }])
    expect(server.watches).toEqual([undefined, undefined])
    expect(link.view.differs).toBe(false)
  })

  test('[LNK1] given another state right after it was fetched, the screen says so, and asks no more', async () => {
    await tab.connect()
    for (let n = 0; n < 5; n++) {
      server.happen(`event ${n}`)
      server.head('another')
      await settle()
    }
    expect(server.differences).toHaveLength(2)
    expect(server.watches).toEqual([undefined, undefined])
    expect(link.view.differs).toBe(true)
    server.head()
    await settle()
    expect(link.view.differs).toBe(false)
  })

  test('[LNK1] given events that cannot be applied, the server is told, and the state is asked for', async () => {
    await tab.connect()
    server.break()
    tab.frame()
    await settle()
    expect(server.differences).toMatchObject([{ seq: 1, hash: 'does not fold' }])
    expect(server.watches).toEqual([undefined, undefined])
  })
})

test('[LNK4] how the server stands is shown until it is ready again, or there is another link', async () => {
  await tab.connect()
  expect(link.view.service).toBeNull()
  server.service('readOnly')
  expect(link.view.service).toMatchObject({ state: 'readOnly' })
  server.service('ready')
  expect(link.view.service).toBeNull()
  server.service('stopping')
  server.cut()
  expect(link.view.service).toMatchObject({ state: 'stopping' })
  await tab.connect()
  expect(link.view.service).toBeNull()
})
