import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { LOG_FILE } from '#db/sqliteLog.ts'
import { verifyLog } from '#db/verify.ts'
import type { MissionClock } from '#shared/protocol/sockets.ts'
import { stateOf } from '#shared/ship/state.ts'
import { expect, onTestFinished, test } from 'vitest'
import { Dashboard } from '../support/dashboard.ts'
import { temporaryFolder } from '../support/folders.ts'
import { isGapless, readHistory, wrongOrders } from '../support/history.ts'
import { keepOrdering } from '../support/orders.ts'
import { freePort, type ServerProcess, startServer } from '../support/serverProcess.ts'
import { order, readShip } from '../support/ship-over-http.ts'
import { ordersUnderFire } from '../support/under-fire.ts'
import { serverEntry } from './support/bundle.ts'
import { report, sized } from './support/goal.ts'
import { inLanes } from './support/lanes.ts'

const KILLS = sized({ ci: 200, release: 1_000 })
const KILLS_TARGET = sized({ ci: 200, release: 1_000 })
/** Servers side by side, each with dashboards of its own. */
const LANES = 2
const CLIENTS = 6
/** For one kill, which takes half a second; on a machine that is busy with other things, much more. */
const SLOW_MACHINE_MS = 30_000
/** Between two orders of a client: without, the clients would take the processors from the servers that start. */
const PAUSE_MS = 5
const ALIVE_MS_MAX = 200
const DOWN_MS_MAX = 50
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

interface Outcome {
  readonly sent: number
  readonly lost: number
  readonly doubled: number
  /** In the log or in what a dashboard was sent. */
  readonly gaps: number
}

/** Kills one server again and again under its clients, and looks at what is left. */
const killAgainAndAgain = async (entry: string, lane: number, kills: number): Promise<Outcome> => {
  const data = temporaryFolder()
  const port = await freePort()
  let server = await startServer({ port, data, entry })
  onTestFinished(() => server.kill())
  await order(server.url, SHIP, { type: 'SetClock', rate: RATE })

  const dashboards = Array.from({ length: CLIENTS }, () => new Dashboard(server.url, SHIP))
  onTestFinished(() => dashboards.forEach((dashboard) => dashboard.close()))
  await Promise.all(dashboards.map((dashboard) => dashboard.ready()))

  let stopped = false
  const ordering = dashboards.map((dashboard, client) =>
    keepOrdering(dashboard, ordersUnderFire(client), () => stopped, `lane-${lane}-client-${client}`, PAUSE_MS),
  )
  for (let kill = 0; kill < kills; kill++) {
    // A kill that comes while a client is still on its way back would not strike it.
    await Promise.all(dashboards.map((dashboard) => dashboard.linked()))
    const { clock } = await readShip(server.url, SHIP)
    await sleep(20 + Math.random() * ALIVE_MS_MAX)
    const before = missionTimeAt(clock, Date.now())
    await server.kill()
    await sleep(kill === 0 ? LONG_DOWN_MS : Math.random() * DOWN_MS_MAX)
    server = await startServer({ port, data, entry })
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
    expect(dashboard.snapshots).toBe(1)
    expect(dashboard.farewells.length).toBeGreaterThanOrEqual(kills)
  }
  expect(await server.terminate()).toBe(0)
  expect(sent.filter(({ answer }) => answer?.ok).length).toBeGreaterThan(kills * CLIENTS)
  expect(sent.filter(({ tries }) => tries > 1).length).toBeGreaterThan(0)
  expect(verifyLog(join(data, LOG_FILE)).faults).toEqual([])

  const ids = sent.map(({ command }) => command.id)
  const history = readHistory(data, SHIP, ids)
  const { lost, doubled } = wrongOrders(history, sent)
  for (const wrong of [...lost, ...doubled].slice(0, 5)) console.log(JSON.stringify(wrong))
  const seqs = history.events.map(({ seq }) => seq)
  const seen = dashboards.filter(({ seen, gaps }) => gaps > 0 || !isGapless(seen))
  const gaps = seen.length + Number(seqs.length !== final.seq || seqs[0] !== 1 || !isGapless(seqs))
  return { sent: sent.length, lost: lost.length, doubled: doubled.length, gaps }
}

test(
  `a server killed ${KILLS} times under load loses, doubles and skips nothing`,
  { timeout: KILLS * SLOW_MACHINE_MS },
  async () => {
    const entry = await serverEntry()
    const startedMs = performance.now()
    const lanes = await inLanes(LANES, (lane) => killAgainAndAgain(entry, lane, KILLS / LANES))
    const sum = (of: keyof Outcome) => lanes.reduce((total, lane) => total + lane[of], 0)
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(0)
    report({
      ...{ goal: 'G1', name: 'kills of the server', target: `${KILLS_TARGET} kills, 0 lost, 0 doubled, 0 gaps` },
      value: `${KILLS} kills, ${sum('sent')} orders, ${sum('lost')} lost, ${sum('doubled')} doubled, ${sum('gaps')} gaps, ${seconds} s`,
      pass: sum('lost') + sum('doubled') + sum('gaps') === 0,
    })
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
