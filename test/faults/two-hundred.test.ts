import { projectState } from '#shared/protocol/projection.ts'
import { stateOf } from '#shared/ship/state.ts'
import { expect, onTestFinished, test } from 'vitest'
import { Dashboard } from '../support/dashboard.ts'
import { temporaryFolder } from '../support/folders.ts'
import { isGapless } from '../support/history.ts'
import { keepOrdering } from '../support/orders.ts'
import { freePort, startServer } from '../support/serverProcess.ts'
import { order, readShip } from '../support/ship-over-http.ts'
import { ordersUnderFire } from '../support/under-fire.ts'
import { setTimeout as sleep } from 'node:timers/promises'

const SHIP = 'voyager'
const SCENARIO = 'voyager-attack-4'
/** Fast enough for the whole attack, and much of the repair, within the test. */
const RATE = 60
const UNDER_FIRE_MS = 4_000
/** Half of them may see everything; the others are shown what the crew may know. */
const ROLES = ['instructor', 'observer'] as const

test('two hundred dashboards on one ship under fire end at the same seq and the same state', async () => {
  const server = await startServer({ port: await freePort(), data: temporaryFolder() })
  onTestFinished(() => server.kill())
  const dashboards = Array.from({ length: 200 }, (_, n) => new Dashboard(server.url, SHIP, ROLES[n % ROLES.length]))
  onTestFinished(() => dashboards.forEach((dashboard) => dashboard.close()))
  await Promise.all(dashboards.map((dashboard) => dashboard.ready()))

  await order(server.url, SHIP, { type: 'StartScenario', scenario: SCENARIO, seed: 7 })
  await order(server.url, SHIP, { type: 'SetClock', rate: RATE })
  let stopped = false
  const instructors = dashboards.filter((_, n) => n % 20 === 0)
  const ordering = instructors.map((dashboard, client) =>
    keepOrdering(dashboard, ordersUnderFire(client), () => stopped, `client-${client}`),
  )
  await sleep(UNDER_FIRE_MS)
  stopped = true
  await Promise.all(ordering)
  await order(server.url, SHIP, { type: 'SetClock', rate: 0 })

  const final = await readShip(server.url, SHIP)
  expect(final.seq).toBeGreaterThan(500)
  for (const [n, dashboard] of dashboards.entries()) {
    await dashboard.reaches(final.seq)
    expect(dashboard.seq).toBe(final.seq)
    const role = ROLES[n % ROLES.length] ?? 'observer'
    expect(projectState(stateOf(dashboard.view), role)).toEqual(projectState(final.state, role))
    expect(isGapless(dashboard.seen)).toBe(true)
    expect(dashboard).toMatchObject({ gaps: 0, snapshots: 1, farewells: [] })
  }
})
