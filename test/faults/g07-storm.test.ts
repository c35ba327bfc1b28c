import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { freePort, startServer } from '../support/serverProcess.ts'
import { order, readShip } from '../support/ship-over-http.ts'
import { report, sized } from './support/goal.ts'
import { LightDashboard } from './support/lightDashboard.ts'

const SHIP = 'voyager'
const DASHBOARDS = sized({ ci: 300, release: 1_000 })
const STORMS = sized({ ci: 1, release: 5 })
/** They come in groups, as the tablets of a class do, not all in one instant; after a kill they come as they will. */
const TOGETHER = 50
const RSS_MB_MAX = 250
const BACK_MS_MAX = 10_000
const SLOW_MACHINE_MS = 120_000 + STORMS * 120_000
const MB = 1e6

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await sleep(10)
}

const rssMb = (pid: number): number =>
  (Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024) / MB

test(`[G7] ${DASHBOARDS} dashboards find back to a server that was killed`, { timeout: SLOW_MACHINE_MS }, async () => {
  const [data, port] = [temporaryFolder(), await freePort()]
  let server = await startServer({ port, data })
  onTestFinished(() => server.kill())
  const dashboards = Array.from({ length: DASHBOARDS }, () => new LightDashboard(port, SHIP))
  onTestFinished(() => dashboards.forEach((dashboard) => dashboard.close()))
  for (let from = 0; from < DASHBOARDS; from += TOGETHER) {
    const group = dashboards.slice(from, from + TOGETHER)
    for (const dashboard of group) void dashboard.keepWatching()
    await until(() => group.every(({ told }) => told === 1))
  }

  let [slowestMs, highestMb, notes] = [0, 0, 0]
  for (let storm = 1; storm <= STORMS; storm++) {
    for (let note = 0; note < 20; note++) await order(server.url, SHIP, { type: 'RecordLog', text: `Note ${++notes}` })
    const killedMs = performance.now()
    await server.kill()
    server = await startServer({ port, data })
    await order(server.url, SHIP, { type: 'RecordLog', text: 'While they come back' })
    await until(() => dashboards.every(({ told }) => told === storm + 1))
    slowestMs = Math.max(slowestMs, performance.now() - killedMs)
    highestMb = Math.max(highestMb, rssMb(server.pid))
  }
  const { seq } = await readShip(server.url, SHIP)
  await until(() => dashboards.every((dashboard) => dashboard.seq >= seq))

  const gaps = dashboards.reduce((sum, dashboard) => sum + dashboard.gaps, 0)
  const anew = dashboards.filter(({ snapshots }) => snapshots > 1).length
  report({
    goal: 'G7',
    name: `${DASHBOARDS} dashboards after ${STORMS} kills: gaps, sent the whole state again`,
    ...{ value: `${gaps}, ${anew}`, target: '0, 0', pass: gaps === 0 && anew === 0 },
  })
  report({
    goal: 'G7',
    name: 'memory of the server, all of them back',
    ...{ value: `${highestMb.toFixed(0)} MB`, target: `≤ ${RSS_MB_MAX} MB`, pass: highestMb <= RSS_MB_MAX },
  })
  report({
    goal: 'G7',
    name: 'from the kill until the last is back, its start included',
    ...{ value: `${(slowestMs / 1_000).toFixed(1)} s`, target: `≤ ${BACK_MS_MAX / 1_000} s` },
    ...{ pass: slowestMs <= BACK_MS_MAX, decides: false },
  })
})
