import { expect, test } from 'vitest'
import { give, listen, SHIP } from './support/flow.ts'
import { eventually, Watcher } from './support/watcher.ts'

const note = (text: string) => ({ type: 'RecordLog', text }) as const
/** So many that one frame to all of them earns a pause, of 5 ms. */
const MANY = 150
/** They come in so many lots, so that each is let in within its time on a busy machine, too. */
const LOTS = 6
const WITHIN_MS = 20_000

type Listening = Awaited<ReturnType<typeof listen>>

const seqs = (watcher: Watcher): readonly number[] => watcher.events.map(({ seq }) => seq)

const crowd = async ({ url }: Listening): Promise<readonly Watcher[]> => {
  const watchers: Watcher[] = []
  for (let lot = 0; lot < LOTS; lot++) {
    const more = Array.from({ length: MANY / LOTS }, () => new Watcher(url))
    await Promise.all(more.map((watcher) => watcher.watch(SHIP)))
    watchers.push(...more)
  }
  return watchers
}

test('[SRV2] with many dashboards, what follows a frame is gathered into the next one', async () => {
  const listening = await listen()
  const { service, clock } = listening
  const watchers = await crowd(listening)
  for (const text of ['at once', 'gathered', 'gathered too']) await give(service, note(text))
  await eventually(() => watchers.every(({ events }) => events.length > 0), WITHIN_MS)
  expect(watchers.every((watcher) => watcher.batches.length === 1)).toBe(true)
  await clock.pass(5)
  await eventually(() => watchers.every(({ events }) => events.length === 3), WITHIN_MS)
  for (const { batches } of watchers)
    expect(batches).toMatchObject([{ from: 2 }, { from: 3, events: [{ seq: 3 }, { seq: 4 }] }])
})

test('[SRV9] whoever comes while events are gathered gets each of them once', async () => {
  const listening = await listen()
  const { url, service, clock, log } = listening
  const [one] = await crowd(listening)
  for (const text of ['at once', 'gathered', 'gathered too']) await give(service, note(text))
  const late = new Watcher(url)
  expect(await late.watch(SHIP, 2, log.id)).toMatchObject({ seq: 4, events: [{ seq: 3 }, { seq: 4 }] })
  await give(service, note('after'))
  await clock.pass(5)
  await eventually(() => late.events.length > 0 && one?.events.length === 4, WITHIN_MS)
  expect(seqs(late)).toEqual([5])
  expect(one && seqs(one)).toEqual([2, 3, 4, 5])
})
