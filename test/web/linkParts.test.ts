import { describe, expect, test } from 'vitest'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { chooseShip, type ShipSummary } from '../../web/src/link/api.ts'
import { History } from '../../web/src/link/history.ts'
import { newCommandId } from '../../web/src/link/ids.ts'
import { missionAt, offsetOf } from '../../web/src/link/missionClock.ts'

const WALL = '2026-11-22T12:00:00.000Z'
const wallMs = Date.parse(WALL)

describe('mission clock', () => {
  test('runs at its rate from its anchor', () =>
    expect(missionAt({ rate: 4, at: 10_000, wall: WALL }, wallMs + 2_500)).toBe(20_000))

  test('stands while paused', () =>
    expect(missionAt({ rate: 0, at: 10_000, wall: WALL }, wallMs + 60_000)).toBe(10_000))

  test('never shows a time before its anchor', () =>
    expect(missionAt({ rate: 1, at: 10_000, wall: WALL }, wallMs - 500)).toBe(10_000))

  test('the quickest answer tells the difference of the clocks', () =>
    expect(
      offsetOf([
        { sentMs: 0, receivedMs: 1_000, serverMs: 9_000 },
        { sentMs: 2_000, receivedMs: 2_040, serverMs: 7_020 },
      ]),
    ).toBe(5_000))
})

test('command ids are 32 hexadecimal digits, each its own', () => {
  const ids = Array.from({ length: 100 }, newCommandId)
  expect(new Set(ids).size).toBe(100)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
})

describe('the ship to show', () => {
  const ship = (id: string, inTrouble = false): ShipSummary => ({
    id,
    name: id,
    seq: 1,
    alert: 'green',
    quarantined: null,
    incident: inTrouble ? { id: `${id}-1`, kind: 'attack', name: 'Attack', openedAt: 0 } : null,
  })

  test('is the one asked for', () => expect(chooseShip([ship('a'), ship('b', true)], 'a')?.id).toBe('a'))
  test('else the first in trouble', () => expect(chooseShip([ship('a'), ship('b', true)], null)?.id).toBe('b'))
  test('else the first', () => expect(chooseShip([ship('a'), ship('b')], 'c')?.id).toBe('a'))
  test('if there is one', () => expect(chooseShip([], null)).toBeNull())
})

describe('history', () => {
  const event = (seq: number): RecordedEvent => ({
    type: 'LogRecorded',
    text: `event ${seq}`,
    ...{ seq, at: seq, cause: null, wall: WALL, by: { role: 'ship', name: '' }, command: null },
  })
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => event(from + index))
  const seqs = (history: History) => [history.events[0]?.seq, history.events.at(-1)?.seq, history.events.length]
  const nothing = () => undefined

  test('begins at the newest and goes back page by page', async () => {
    const history = new History((after, limit) => Promise.resolve(range(after + 1, after + limit)), nothing)
    await history.loadEarlier(800)
    expect(seqs(history)).toEqual([301, 800, 500])
    history.add([event(801)])
    await history.loadEarlier(801)
    expect(seqs(history)).toEqual([1, 801, 801])
    expect(history.complete).toBe(true)
  })

  test('begins anew when events were skipped, and drops a page that no longer fits', async () => {
    let arrive: (events: readonly RecordedEvent[]) => void = nothing
    const history = new History(() => new Promise((resolve) => (arrive = resolve)), nothing)
    history.add(range(50, 60))
    const loading = history.loadEarlier(60)
    history.add(range(90, 95))
    arrive(range(1, 49))
    await loading
    expect(seqs(history)).toEqual([90, 95, 6])
  })

  test('begins anew in another log, though the seqs go on from one to the other', () => {
    const history = new History(() => Promise.resolve([]), nothing)
    history.belongTo('log-1')
    history.add(range(50, 60))
    history.belongTo('log-1')
    expect(seqs(history)).toEqual([50, 60, 11])
    history.belongTo('log-2')
    history.add(range(61, 62))
    expect(seqs(history)).toEqual([61, 62, 2])
  })

  test('says why a page could not be had', async () => {
    const history = new History(() => Promise.reject(new Error('No answer')), nothing)
    await history.loadEarlier(10)
    expect(history.problem).toBe('No answer')
    expect(history.loading).toBe(false)
  })
})
