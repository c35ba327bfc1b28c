import { setTimeout as sleep } from 'node:timers/promises'
import type { MissionClock } from '#shared/protocol/sockets.ts'
import { stateOf } from '#shared/ship/state.ts'
import { expect, onTestFinished, test } from 'vitest'
import { Dashboard } from '../support/dashboard.ts'
import { temporaryFolder } from '../support/folders.ts'
import { checkOrders, isGapless, readHistory } from '../support/history.ts'
import { keepOrdering } from '../support/orders.ts'
import { freePort, type ServerProcess, startServer } from '../support/serverProcess.ts'
import { order, readShip } from '../support/ship-over-http.ts'
import { ordersUnderFire } from '../support/under-fire.ts'

const KILLS = 20
const CLIENTS = 6
/** It takes half a minute; on a machine that is busy with other things, much more. */
const SLOW_MACHINE_MS = 240_000
const SHIP = 'voyager'
/** Once it stays down so long that no boot could hide time which ran on meanwhile. */
const LONG_DOWN_MS = 2_000
/** Fast enough that time which ran while nobody was there would show. */
const RATE = 10
/** For a processor that others have just when the mission clock is to be written down. */
const SLACK_MS = 500

/** Mission time at that instant, by a clock that was read earlier. */
const missionTimeAt = (clock: MissionClock, wallMs: number): number =>
  clock.at + (wallMs - Date.parse(clock.wall)) * clock.rate

/** After a restart mission time has gone on from where it stood, less one second at most, and not while it was down. */
const checkClock = (before: number, after: MissionClock, server: ServerProcess): void => {
  const aliveMs = Date.parse(after.wall) - server.spawnedMs
  expect(after.rate).toBe(RATE)
  expect(after.at).toBeGreaterThanOrEqual(before - (1_000 + SLACK_MS) * RATE)
  expect(after.at).toBeLessThanOrEqual(before + (aliveMs + SLACK_MS) * RATE)
}

test(
  `a server killed ${KILLS} times under load loses, doubles and skips nothing`,
  { timeout: SLOW_MACHINE_MS },
  async () => {
    const data = temporaryFolder()
    const port = await freePort()
    let server = await startServer({ port, data })
    onTestFinished(() => server.kill())
    await order(server.url, SHIP, { type: 'SetClock', rate: RATE })

    const dashboards = Array.from({ length: CLIENTS }, () => new Dashboard(server.url, SHIP))
    onTestFinished(() => dashboards.forEach((dashboard) => dashboard.close()))
    await Promise.all(dashboards.map((dashboard) => dashboard.ready()))

    let stopped = false
    const ordering = dashboards.map((dashboard, number) =>
      keepOrdering(dashboard, ordersUnderFire(number), () => stopped, `client-${number}`),
    )
    for (let kill = 0; kill < KILLS; kill++) {
      // A kill that comes while a client is still on its way back would not strike it.
      await Promise.all(dashboards.map((dashboard) => dashboard.linked()))
      const { clock } = await readShip(server.url, SHIP)
      await sleep(50 + Math.random() * 400)
      const before = missionTimeAt(clock, Date.now())
      await server.kill()
      await sleep(kill === 0 ? LONG_DOWN_MS : Math.random() * 200)
      server = await startServer({ port, data })
      checkClock(before, (await readShip(server.url, SHIP)).clock, server)
    }
    await sleep(500)
    stopped = true
    const sent = (await Promise.all(ordering)).flat()
    await order(server.url, SHIP, { type: 'SetClock', rate: 0 })

    const final = await readShip(server.url, SHIP)
    for (const dashboard of dashboards) {
      await dashboard.reaches(final.seq)
      expect(stateOf(dashboard.view)).toEqual(final.state)
      expect(isGapless(dashboard.seen)).toBe(true)
      expect(dashboard).toMatchObject({ gaps: 0, snapshots: 1 })
      expect(dashboard.farewells.length).toBeGreaterThanOrEqual(KILLS)
    }
    expect(await server.terminate()).toBe(0)

    const sentIds = sent.map(({ command }) => command.id)
    const history = readHistory(data, SHIP, sentIds)
    expect(history.events.map((event) => event.seq)).toEqual(Array.from({ length: final.seq }, (_, index) => index + 1))
    expect(sent.filter(({ answer }) => answer?.ok).length).toBeGreaterThan(KILLS * CLIENTS)
    expect(sent.filter(({ tries }) => tries > 1).length).toBeGreaterThan(0)
    checkOrders(history, sent)
  },
)

test('the mission clock of a ship on which nothing happens loses a second at most', async () => {
  const data = temporaryFolder()
  const port = await freePort()
  const first = await startServer({ port, data })
  onTestFinished(() => first.kill())
  await order(first.url, SHIP, { type: 'SetClock', rate: RATE })
  const { clock } = await readShip(first.url, SHIP)
  await sleep(2_600)
  const before = missionTimeAt(clock, Date.now())
  await first.kill()
  const second = await startServer({ port, data })
  onTestFinished(() => second.kill())
  checkClock(before, (await readShip(second.url, SHIP)).clock, second)
})
