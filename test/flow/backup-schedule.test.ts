import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOG_FILE } from '#db/sqliteLog.ts'
import { verifyLog } from '#db/verify.ts'
import pino from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import type { Taking } from '../../server/backups/inProcess.ts'
import { nameOf, outdated } from '../../server/backups/kept.ts'
import { BackupSchedule } from '../../server/backups/schedule.ts'
import { createMetrics } from '../../server/metrics.ts'
import { temporaryFolder } from '../support/folders.ts'
import { freePort, startServer } from '../support/serverProcess.ts'
import { order } from '../support/ship-over-http.ts'
import { eventually } from './support/watcher.ts'
import { TestClock } from './support/testClock.ts'

const MINUTE_MS = 60_000

const made = (target: string): Taking => {
  mkdirSync(target)
  return { done: Promise.resolve(), abandon: () => undefined, letGo: () => undefined }
}

const failed = (): Taking => ({ ...made(join(temporaryFolder(), 'other')), done: Promise.reject(new Error('no room')) })

/** A schedule by a clock that a test moves, with a folder in which backups are mere names. */
const scheduled = (take: (target: string) => Taking = made) => {
  const folder = join(temporaryFolder(), 'backups')
  const clock = new TestClock()
  const metrics = createMetrics()
  onTestFinished(() => void metrics.stop())
  const schedule = new BackupSchedule({ folder, take, clock, metrics, logger: pino({ level: 'silent' }) })
  return { folder, clock, metrics, schedule, count: () => readdirSync(folder).length }
}

test('[LOG12] given a quarter of an hour in which something happened, a backup is taken; else none', async () => {
  const { clock, schedule, count } = scheduled()
  await schedule.start()
  expect(count()).toBe(1)
  await clock.pass(40 * MINUTE_MS)
  expect(count()).toBe(1)
  schedule.happened()
  await clock.pass(15 * MINUTE_MS)
  await clock.pass(60 * MINUTE_MS)
  expect(count()).toBe(2)
})

test('[LOG12] given a stop, one more is taken if something happened since the last', async () => {
  const { clock, schedule, count } = scheduled()
  await schedule.start()
  await clock.pass(MINUTE_MS)
  await schedule.last()
  expect(count()).toBe(1)
  schedule.happened()
  await schedule.halt()
  await schedule.last()
  expect(count()).toBe(2)
  await clock.pass(60 * MINUTE_MS)
  expect(count()).toBe(2)
})

test('[LOG12] given one that fails, it is counted and told of, and tried again after a quarter of an hour', async () => {
  let take: () => Taking = failed
  const { clock, schedule, metrics, count } = scheduled((target) => (take === failed ? failed() : made(target)))
  await schedule.start()
  expect(schedule.warning).toBe('the last backup failed')
  expect(await metrics.registry.metrics()).toContain('bulkhead_backups_total{outcome="failed"} 1')
  take = () => made('')
  await clock.pass(16 * MINUTE_MS)
  expect(schedule.warning).toBeNull()
  expect(count()).toBe(1)
})

test('[LOG12] given many, the newest 24 are kept, and one a day for a week; what is not ours is let be', () => {
  const hourMs = 60 * MINUTE_MS
  const names = Array.from({ length: 24 * 10 }, (_, hour) => nameOf(new Date(hour * hourMs).toISOString()))
  const gone = new Set(outdated([...names, 'mine', '2026-11-23']))
  const kept = names.filter((name) => !gone.has(name))
  expect(kept.slice(-24)).toEqual(names.slice(-24))
  expect(kept.slice(0, -24).map((name) => name.slice(8, 13))).toEqual([
    '04T23',
    '05T23',
    '06T23',
    '07T23',
    '08T23',
    '09T23',
  ])
  expect(gone.size).toBe(names.length - kept.length)
})

test('[LOG12] given a real server, its backups are logs as they were written, and readiness says when there are none', async () => {
  const [data, around] = [temporaryFolder(), temporaryFolder()]
  const folder = join(around, 'backups')
  const port = await freePort()
  const server = await startServer({ port, data, env: { BULKHEAD_BACKUPS: folder } })
  onTestFinished(() => server.kill())
  const whole = () => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('Z')) : [])
  await eventually(() => whole().length === 1)
  await order(server.url, 'voyager', { type: 'RecordLog', text: 'a last word' })
  expect(await server.terminate()).toBe(0)
  await eventually(() => whole().length === 2)
  const [first, last] = whole()
    .sort()
    .map((name) => verifyLog(join(folder, name, LOG_FILE)))
  expect([first?.faults, last?.faults]).toEqual([[], []])
  const linkedOf = (verdict: typeof last) => verdict?.ships.find(({ ship }) => ship === 'voyager')?.linked ?? 0
  expect(linkedOf(last)).toBe(linkedOf(first) + 1)

  writeFileSync(join(around, 'taken'), '')
  const second = await startServer({ port, data, env: { BULKHEAD_BACKUPS: join(around, 'taken', 'inside') } })
  onTestFinished(() => second.kill())
  const answer = await fetch(`${second.url}/readyz`)
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ ready: true, reasons: [], warnings: ['the last backup failed'] })
})
