import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { Dashboard } from '../support/dashboard.ts'
import { temporaryFolder } from '../support/folders.ts'
import { checkOrders, readHistory } from '../support/history.ts'
import { keepOrdering } from '../support/orders.ts'
import { freePort, startServer } from '../support/serverProcess.ts'
import { ordersUnderFire } from '../support/under-fire.ts'

const SHIP = 'voyager'
const CLIENTS = 6
const STOPS = 3
const STOP_MS_MAX = 5_000
/** Soon enough that it was told, and did not find out by a missing heartbeat. */
const TOLD_MS_MAX = 1_000

test('a server asked to stop under load tells everyone, loses nothing, and ends well', async () => {
  const data = temporaryFolder()
  const port = await freePort()
  let server = await startServer({ port, data })
  onTestFinished(() => server.kill())
  const dashboards = Array.from({ length: CLIENTS }, () => new Dashboard(server.url, SHIP))
  onTestFinished(() => dashboards.forEach((dashboard) => dashboard.close()))
  await Promise.all(dashboards.map((dashboard) => dashboard.ready()))

  let stopped = false
  const ordering = dashboards.map((dashboard, client) =>
    keepOrdering(dashboard, ordersUnderFire(client), () => stopped, `client-${client}`),
  )
  for (let stop = 1; stop <= STOPS; stop++) {
    await sleep(300 + Math.random() * 300)
    const startedMs = performance.now()
    const ended = server.terminate()
    await Promise.all(dashboards.map((dashboard) => told(dashboard, stop)))
    expect(performance.now() - startedMs).toBeLessThan(TOLD_MS_MAX)
    expect(await ended, server.output()).toBe(0)
    expect(performance.now() - startedMs).toBeLessThan(STOP_MS_MAX)
    server = await startServer({ port, data })
  }
  await sleep(300)
  stopped = true
  const sent = (await Promise.all(ordering)).flat()
  expect(await server.terminate()).toBe(0)

  expect(sent.filter(({ answer }) => answer?.ok).length).toBeGreaterThan(STOPS * CLIENTS)
  const sentIds = sent.map(({ command }) => command.id)
  checkOrders(readHistory(data, SHIP, sentIds), sent)
})

const told = async (dashboard: Dashboard, times: number): Promise<void> => {
  while (dashboard.farewells.length < times) await sleep(5)
}
