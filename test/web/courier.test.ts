import { expect, test } from 'vitest'
import type { Order } from '#shared/ship/commands.ts'
import { STRIKES } from '#shared/protocol/limits.ts'
import type { Link } from '../../web/src/link/link.ts'
import { FakeTab } from './fakeTab.ts'

const note = (text: string): Order => ({ type: 'RecordLog', text })
const texts = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `note ${n}`)
const textsIn = (commands: readonly Order[]): readonly string[] =>
  commands.flatMap((command) => (command.type === 'RecordLog' ? [command.text] : []))

const tabWithout = async (kept: readonly string[]): Promise<FakeTab> => {
  const tab = new FakeTab()
  await tab.connect()
  tab.server.cut()
  for (const text of kept) void tab.link.order(note(text))
  return tab
}

const left = ({ view }: Link): number => view.pending.length

test('[LNK6] given two hundred orders kept without a link, they go out in their order, at most ten in any second', async () => {
  const tab = await tabWithout(texts(200))
  const { server, link } = tab
  await tab.connect()
  const sentBy: number[] = []
  for (let second = 0; second < 20; second++) {
    await tab.pass(0)
    sentBy.push(server.received.length)
    expect(left(link)).toBe(200 - server.received.length)
    await tab.pass(1_000)
  }
  expect(sentBy).toEqual(Array.from({ length: 20 }, (_, second) => 10 * (second + 1)))
  expect(textsIn(server.received)).toEqual(texts(200))
})

test('[LNK6] given an order that is not answered yet, the next one waits for its answer', async () => {
  const tab = await tabWithout(texts(2))
  tab.server.silent = true
  await tab.connect()
  expect(textsIn(tab.server.received)).toEqual(['note 0'])
})

test('[LNK6] given a server that is busy, those behind the one it did not look at wait with it', async () => {
  const tab = await tabWithout(texts(3))
  tab.server.busyFor = 1
  await tab.connect()
  void tab.link.order(note('given meanwhile'))
  await tab.pass(399)
  expect(textsIn(tab.server.received)).toEqual(['note 0'])
  await tab.pass(1_000)
  expect(textsIn(tab.server.received)).toEqual(['note 0', ...texts(3), 'given meanwhile'])
})

test('[LNK6] given a server that stays busy, it is never asked three times within the time that shuts a session out', async () => {
  const tab = await tabWithout(texts(1))
  tab.server.busyFor = 100
  await tab.connect()
  const askedAtMs: number[] = []
  for (let second = 0; second < 60; second++) {
    while (askedAtMs.length < tab.server.received.length) askedAtMs.push(tab.nowMs)
    await tab.pass(1_000)
  }
  askedAtMs.forEach((atMs, n) => {
    const third = askedAtMs[n + STRIKES.most - 1] ?? Infinity
    expect(third - atMs).toBeGreaterThanOrEqual(STRIKES.withinMs)
  })
  expect(left(tab.link)).toBe(1)
})

test('[LNK6] given a link that is lost while they are sent, they go on with the first that has no answer', async () => {
  const tab = await tabWithout(texts(5))
  tab.server.loseAnswers = 1
  await tab.connect()
  await tab.pass(0)
  expect(textsIn(tab.server.received)).toEqual(['note 0', ...texts(5)])
  expect(left(tab.link)).toBe(0)
})
