import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { Dashboard } from '../support/dashboard.ts'
import { temporaryFolder } from '../support/folders.ts'
import { freePort, startServer } from '../support/serverProcess.ts'
import { order, readShip } from '../support/ship-over-http.ts'
import type { Fault } from '../simulation/world/faults.ts'
import { live } from '../simulation/world/live.ts'
import { findingText } from '../simulation/world/tell.ts'
import type { World } from '../simulation/world/world.ts'
import { report, sized } from './support/goal.ts'

const HOUR_MS = 3_600_000
const WORLDS = sized({ ci: 2, release: 20 })
const SLOW_MACHINE_MS = sized({ ci: 120_000, release: 1_200_000 })
/** Mission time is shown in whole seconds. */
const TICK_MS = 1_000
const STOPPED_MS = 2_000

/** The clock set an hour and a month to either side, one after the other, and a processor that is gone for a minute. */
const CLOCK_FAULTS: readonly Fault[] = [
  { kind: 'wall jump', atMs: 5_000, number: 0, byMs: HOUR_MS },
  { kind: 'wall jump', atMs: 10_000, number: 1, byMs: -HOUR_MS },
  { kind: 'wall jump', atMs: 15_000, number: 2, byMs: 720 * HOUR_MS },
  { kind: 'wall jump', atMs: 20_000, number: 3, byMs: -720 * HOUR_MS },
  { kind: 'stall', atMs: 25_000, number: 4, forMs: 60_000 },
]
/** Orders given while the processor is away expire, as they should: what holds for a minute was given before. */
const BEFORE_THE_STALL_MS = 25_000

/** How far any screen that does not say it is old is off the server's mission time, seconds of the wall. */
const worstError = (world: World): number =>
  Math.max(
    0,
    ...world.consoles.map(({ missionMs, parts }) => {
      const run = world.machine.service?.ships.find(parts.ship)
      if (missionMs === null || !run?.ok || world.machine.clock?.stalled) return 0
      const { rate } = run.value.durable.anchor
      return rate === 0 ? 0 : Math.abs(missionMs - run.value.now()) / rate
    }),
  )

const expiredIn = (world: World): number =>
  [...world.histories.values()].reduce(
    (sum, { commands }) =>
      sum + [...commands.values()].filter(({ answer }) => answer.refused?.code === 'Expired').length,
    0,
  )

test(
  '[G12] a clock that is set and a processor that is away move no mission time, no deadline and no event',
  async () => {
    let [worstMs, expired, found] = [0, 0, 0]
    for (let seed = 1; seed <= WORLDS; seed++) {
      const look = (world: World): void => {
        if (world.time.nowMs >= BEFORE_THE_STALL_MS) return
        worstMs = Math.max(worstMs, worstError(world))
        expired = Math.max(expired, expiredIn(world))
      }
      const lived = await live(seed, { faults: CLOCK_FAULTS, look, troubleMs: 30_000 })
      if (lived.finding) console.log(findingText(lived))
      found += Number(lived.finding !== null)
    }
    report({
      goal: 'G12',
      name: 'clock set by ±1 h and ±30 d, processor away for 60 s: broken invariants, orders expired',
      ...{ value: `${found}, ${expired}`, target: '0, 0', pass: found === 0 && expired === 0 },
    })
    report({
      goal: 'G12',
      name: 'mission time on any screen against the server',
      ...{ value: `off by ${worstMs.toFixed(0)} ms`, target: `≤ ${TICK_MS} ms`, pass: worstMs <= TICK_MS },
    })
  },
  SLOW_MACHINE_MS,
)

test('[G12] a server that was stopped for two seconds goes on as if it had been slow', async () => {
  const server = await startServer({ port: await freePort(), data: temporaryFolder() })
  onTestFinished(() => server.kill())
  const dashboard = await new Dashboard(server.url, 'voyager').ready()
  onTestFinished(() => dashboard.close())
  await order(server.url, 'voyager', { type: 'SetClock', rate: 1 })
  const before = await readShip(server.url, 'voyager')
  process.kill(server.pid, 'SIGSTOP')
  await sleep(STOPPED_MS)
  process.kill(server.pid, 'SIGCONT')
  await order(server.url, 'voyager', { type: 'RecordLog', text: 'Back' })
  const after = await readShip(server.url, 'voyager')
  await dashboard.reaches(after.seq)
  const passedMs = Date.parse(after.clock.wall) - Date.parse(before.clock.wall)
  expect(passedMs).toBeGreaterThanOrEqual(STOPPED_MS)
  report({
    goal: 'G12',
    name: 'mission time over a stop of 2 s, against the time that passed',
    value: `off by ${Math.abs(after.at - before.at - passedMs)} ms`,
    target: `≤ ${TICK_MS} ms, no link lost, no gap`,
    pass:
      Math.abs(after.at - before.at - passedMs) <= TICK_MS && dashboard.farewells.length === 0 && dashboard.gaps === 0,
  })
})
