import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { Dashboard } from '../support/dashboard.ts'
import { temporaryFolder } from '../support/folders.ts'
import { checkLog } from '../support/history.ts'
import { keepOrdering } from '../support/orders.ts'
import { freePort, startServer } from '../support/serverProcess.ts'
import { report } from './support/goal.ts'
import { failFromNowOn, serveOnFailing, STRACE } from './support/strace.ts'

const SHIP = 'voyager'
const CLIENTS = 3
const SLOW_MACHINE_MS = 300_000
const note = (number: number) => ({ type: 'RecordLog', text: `${number} ${'x'.repeat(400)}` }) as const

/** What fails, by the calls; whether a server that runs cannot do without for long. */
const FAILING = { write: 'pwrite64', sync: 'fsync,fdatasync' } as const
const UNREADABLE = 'pread64'

/** One word for people, and nothing that begins anew. */
const isPlainEnd = ({ status, said }: { readonly status: number | null; readonly said: string }): boolean =>
  status === 1 && said.trim().split('\n').length === 1 && said.startsWith('The log in ')

test.skipIf(!STRACE).each(Object.entries(FAILING))(
  '[SRV8] given a disk on which every %s fails from now on, the server ends itself with status 1, will not start on it, and has kept its word',
  { timeout: SLOW_MACHINE_MS },
  async (_what, calls) => {
    const data = temporaryFolder()
    const port = await freePort()
    const server = await startServer({ port, data })
    onTestFinished(() => server.kill())
    const dashboards = Array.from({ length: CLIENTS }, () => new Dashboard(server.url, SHIP))
    onTestFinished(() => dashboards.forEach((dashboard) => dashboard.close()))
    await Promise.all(dashboards.map((dashboard) => dashboard.ready()))
    let stopped = false
    const ordering = dashboards.map((dashboard, number) =>
      keepOrdering(dashboard, note, () => stopped, `client-${number}`),
    )
    await dashboards[0]?.reaches(20)

    await failFromNowOn(server.pid, data, calls)
    expect(await server.ended()).toBe(1)
    const fatal = server
      .output()
      .split('\n')
      .filter((line) => line.includes('"level":60'))
    expect(fatal).toHaveLength(1)
    expect(fatal[0]).toContain('The disk failed')
    expect(await serveOnFailing(data, calls)).toSatisfy(isPlainEnd)

    const mended = await startServer({ port, data })
    onTestFinished(() => mended.kill())
    await Promise.all(dashboards.map((dashboard) => dashboard.ready()))
    await sleep(500)
    stopped = true
    const sent = (await Promise.all(ordering)).flat()
    expect(await mended.terminate()).toBe(0)
    checkLog(data, SHIP, sent)
    const done = sent.filter(({ answer }) => answer?.ok).length
    const asked = sent.filter(({ tries }) => tries > 1).length
    report({
      ...{ goal: 'G5', name: `a disk on which every ${calls} fails`, target: '0 lost, status 1' },
      ...{ value: `0 of ${done} orders lost, ${asked} asked again`, pass: done > CLIENTS },
    })
  },
)

test.skipIf(!STRACE)(
  '[SRV8] given a disk of which nothing can be read, a server will not start on it, and says so in a line',
  { timeout: SLOW_MACHINE_MS },
  async () => {
    const data = temporaryFolder()
    const server = await startServer({ port: await freePort(), data })
    onTestFinished(() => server.kill())
    expect(await server.terminate()).toBe(0)
    expect(await serveOnFailing(data, UNREADABLE)).toSatisfy(isPlainEnd)
  },
)

test('a service that ends like that is started again a few times within the time that this takes, and then left alone', () => {
  const unit = readFileSync('docs/deploy/bulkhead.service', 'utf8')
  const setting = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? ''
  expect(setting('Restart')).toBe('on-failure')
  const [burst, within, pause] = ['StartLimitBurst', 'StartLimitIntervalSec', 'RestartSec'].map((name) =>
    Number(setting(name)),
  )
  // Even if a disk takes a minute to say that it fails, so many starts are over before the interval is.
  expect(Number(burst) * (Number(pause) + 60)).toBeLessThanOrEqual(Number(within))
})
