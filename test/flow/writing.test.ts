import { expect, test } from 'vitest'
import { LogBroken, LogFull } from '#db/errors.ts'
import { get, give, listen, newId, SHIP, startFlow } from './support/flow.ts'
import { HeldWrites } from './support/heldWriter.ts'
import { runOf } from './support/runOf.ts'
import { turns } from './support/testClock.ts'
import { eventually, Watcher } from './support/watcher.ts'

const note = (text: string) => ({ type: 'RecordLog', text }) as const
const seqOf = async (app: Parameters<typeof get>[0]) =>
  (await get<{ seq: number }>(app, `/api/v1/ships/${SHIP}`)).body.seq

const startHeld = async () => {
  const disk = new HeldWrites()
  const flow = await startFlow({ writerOn: disk.on })
  disk.holding = true
  disk.asked.length = 0
  return { ...flow, disk }
}

test('[LOG7] given a commit under way, all that comes meanwhile is the next one', async () => {
  const { service, disk, log } = await startHeld()
  const answers = [give(service, note('one'))]
  await turns()
  for (let turn = 0; turn < 3; turn++) {
    answers.push(give(service, note('more')), give(service, note('and more')))
    await turns()
  }
  expect(disk.asked).toEqual([1])
  disk.letGo()
  await turns()
  expect(disk.asked).toEqual([1, 6])
  disk.letGo()
  expect((await Promise.all(answers)).map((answer) => answer.ok && answer.value.seq)).toEqual([2, 3, 4, 5, 6, 7, 8])
  expect(log.head(SHIP)).toBe(8)
})

test('[LOG7] given a commit under way, everybody is shown the ship as of the one before', async () => {
  const { service, app, disk } = await startHeld()
  const shown: number[] = []
  service.onEvents((_run, events) => shown.push(...events.map(({ seq }) => seq)))
  void give(service, note('one'))
  await turns()
  void give(service, note('two'))
  await turns()
  expect(await seqOf(app)).toBe(1)
  disk.letGo()
  await turns()
  expect(await seqOf(app)).toBe(2)
  expect(runOf(service).pending.ship.seq).toBe(3)
  expect(shown).toEqual([2])
  disk.letGo()
  await turns()
  expect(await seqOf(app)).toBe(3)
  expect(shown).toEqual([2, 3])
})

test('[LOG7] given the same order again while it is being written, both are answered once, and it happens once', async () => {
  const { service, disk, log } = await startHeld()
  const id = newId()
  const first = give(service, note('once'), id)
  await turns()
  const again = give(service, note('once'), id)
  await turns()
  disk.letGo()
  expect(await first).toEqual(await again)
  expect(log.head(SHIP)).toBe(2)
})

test('[SRV7] given no room for a batch, what was decided on top of it is refused with it, and the ship is as before', async () => {
  const { service, disk, log } = await startHeld()
  const refused = [give(service, note('one'))]
  await turns()
  refused.push(give(service, { type: 'SetAlert', condition: 'red' }), give(service, note('three')))
  await turns()
  disk.letGo(new LogFull(new Error('SQLITE_FULL')))
  for (const answer of await Promise.all(refused)) expect(answer).toMatchObject({ error: { code: 'LogFull' } })
  expect(runOf(service).pending).toBe(runOf(service).durable)
  expect(disk.asked).toEqual([1])
  expect(log.head(SHIP)).toBe(1)
})

test('[SRV8] given a disk that breaks, neither the batch under way nor what waits is answered', async () => {
  const { service, disk, fatal } = await startHeld()
  let answered = 0
  for (const text of ['one', 'two']) {
    void give(service, note(text)).then(() => answered++)
    await turns()
  }
  disk.letGo(new LogBroken(new Error('SQLITE_IOERR')))
  await turns()
  expect(answered).toBe(0)
  expect(fatal).toHaveLength(1)
  expect(disk.asked).toEqual([1])
  expect(service.closed()).toBe(true)
})

test('[SRV18] given a stop while a commit is under way, that and what waits are written and answered first', async () => {
  const { service, disk, log, stop } = await startHeld()
  const answers = [give(service, note('one'))]
  await turns()
  answers.push(give(service, note('two')))
  const stopped = stop()
  disk.letGo()
  await turns()
  disk.letGo()
  expect((await Promise.all(answers)).map(({ ok }) => ok)).toEqual([true, true])
  await stopped
  expect(log.head(SHIP)).toBe(3)
})

test('[SRV9] given events that are in the log and not yet told, who comes back gets each of them once', async () => {
  const disk = new HeldWrites()
  const { url, service, log } = await listen({ writerOn: disk.on })
  const watcher = new Watcher(url)
  Object.assign(disk, { holding: true, written: true })
  const ordered = give(service, note('two'))
  await turns()
  expect(log.head(SHIP)).toBe(2)
  expect(await watcher.watch(SHIP, 0, log.id)).toMatchObject({ ok: true, seq: 1, events: { length: 1 } })
  disk.letGo()
  await ordered
  await eventually(() => watcher.events.length > 0)
  expect(watcher.events.map(({ seq }) => seq)).toEqual([2])
})
