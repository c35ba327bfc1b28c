import { beforeEach, describe, expect, test } from 'vitest'
import type { Link } from '../../web/src/link/link.ts'
import type { FakeServer } from './fakeServer.ts'
import { FakeTab, settle } from './fakeTab.ts'

let tab: FakeTab
let server: FakeServer
let link: Link

const connected = (): Promise<void> => tab.connect()
const frame = (): void => tab.frame()

beforeEach(() => {
  tab = new FakeTab()
  ;({ server, link } = tab)
})

describe('following a ship', () => {
  test('a first connection gets the whole state', async () => {
    server.happen('before')
    await connected()
    expect(link.view).toMatchObject({ connected: true, silentSinceMs: null })
    expect(link.view.ship?.seq).toBe(1)
  })

  test('many events are folded in one frame', async () => {
    await connected()
    server.happen('one')
    server.happen('two')
    expect(link.view.ship?.seq).toBe(0)
    expect(tab.frames).toHaveLength(1)
    frame()
    expect(link.view.ship).toEqual({ ...server.ship, plan: link.view.ship?.plan })
  })

  test('a tab without frames folds when too many wait', async () => {
    await connected()
    for (let i = 0; i < 501; i++) server.happen(`event ${i}`)
    expect(link.view.ship?.seq).toBe(501)
  })

  test('what comes twice is dropped', async () => {
    await connected()
    server.happen('one')
    server.tell(1)
    frame()
    server.tell(1)
    frame()
    expect(link.view.ship?.seq).toBe(1)
    expect(server.watches).toEqual([undefined])
  })

  test('a batch half of which is known adds the other half', async () => {
    await connected()
    server.happen('one')
    server.happen('two', false)
    server.tell(1)
    frame()
    expect(link.view.ship?.seq).toBe(2)
  })

  test('a gap is asked for, until it is filled', async () => {
    await connected()
    server.happen('one')
    server.happen('lost', false)
    server.happen('three')
    server.happen('four')
    await settle()
    frame()
    expect(server.watches).toEqual([undefined, 1, 3])
    expect(link.view.ship?.seq).toBe(4)
  })

  test('after a loss of the link it resumes from where it was', async () => {
    await connected()
    server.happen('one')
    frame()
    server.cut()
    expect(link.view).toMatchObject({ connected: false, silentSinceMs: tab.nowMs })
    server.happen('missed')
    await connected()
    frame()
    expect(server.watches).toEqual([undefined, 1])
    expect(link.view).toMatchObject({ connected: true, silentSinceMs: null })
    expect(link.view.ship?.seq).toBe(2)
  })

  test('listeners hear of every event in order', async () => {
    const heard: number[] = []
    link.onEvents((events) => heard.push(...events.map(({ seq }) => seq)))
    await connected()
    server.happen('one')
    server.cut()
    server.happen('two')
    await connected()
    frame()
    expect(heard).toEqual([1, 2])
  })
})

describe('orders', () => {
  test('an order is pending until its answer', async () => {
    await connected()
    const outcome = link.order({ type: 'SetAlert', condition: 'red' })
    expect(link.view.pending).toMatchObject([{ id: 'id-1', type: 'SetAlert', condition: 'red' }])
    expect(await outcome).toEqual({ ok: true })
    expect(link.view.pending).toEqual([])
  })

  test('a refusal comes back with its words', async () => {
    await connected()
    server.refuseNext = true
    const outcome = await link.order({ type: 'SetAlert', condition: 'red' })
    expect(outcome).toMatchObject({ ok: false, error: { detail: 'Crew is busy.' } })
  })

  test('an order whose answer was lost is sent again with the same id and done once', async () => {
    await connected()
    server.loseAnswers = 1
    const outcome = await link.order({ type: 'SetAlert', condition: 'red' })
    frame()
    expect(outcome).toEqual({ ok: true })
    expect(server.restarts).toBe(1)
    expect(server.received.map(({ id }) => id)).toEqual(['id-1', 'id-1'])
    expect(link.view.ship?.seq).toBe(1)
  })

  test('an order given without a link waits for one', async () => {
    await connected()
    server.cut()
    const outcome = link.order({ type: 'SetAlert', condition: 'red' })
    await settle()
    expect(server.received).toEqual([])
    await connected()
    expect(await outcome).toEqual({ ok: true })
    expect(server.received).toHaveLength(1)
  })
})

test('the beat measures the round trip and the difference of the clocks', async () => {
  await connected()
  server.wallMs = tab.nowMs + 5_000
  await link.beat()
  expect(link.view).toMatchObject({ offsetMs: 0, roundTripMs: 0, silentSinceMs: null })
  server.cut()
  await connected()
  expect(link.view.offsetMs).toBe(5_000)
})
