import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { Dashboard } from '../support/dashboard.ts'
import { temporaryFolder } from '../support/folders.ts'
import { readHistory, wrongOrders } from '../support/history.ts'
import { keepOrdering } from '../support/orders.ts'
import { freePort, startServer } from '../support/serverProcess.ts'
import { ordersUnderFire } from '../support/under-fire.ts'
import { serverEntry } from './support/bundle.ts'
import { report, sized } from './support/goal.ts'

const SHIP = 'voyager'
const CLIENTS = 6
const STOPS = sized({ ci: 20, release: 200 })
const STOP_MS_MAX = 5_000
/** For one stop, which takes a second; on a machine that is busy with other things, much more. */
const SLOW_MACHINE_MS = 30_000
/** Between two orders of a client. */
const PAUSE_MS = 5

/** All dashboards are on the link, and have ordered something since it stands. */
const underLoad = async (dashboards: readonly Dashboard[]): Promise<void> => {
  await Promise.all(dashboards.map((dashboard) => dashboard.linked()))
  await sleep(50 + Math.random() * 200)
}

const exitsOf = (exits: readonly (number | NodeJS.Signals)[]): string => [...new Set(exits)].join(', ')

test(
  `a server asked to stop ${STOPS} times under load tells everyone, loses nothing, and ends well`,
  { timeout: STOPS * SLOW_MACHINE_MS },
  async () => {
    const data = temporaryFolder()
    const port = await freePort()
    const entry = await serverEntry()
    let server = await startServer({ port, data, entry })
    onTestFinished(() => server.kill())
    const dashboards = Array.from({ length: CLIENTS }, () => new Dashboard(server.url, SHIP))
    onTestFinished(() => dashboards.forEach((dashboard) => dashboard.close()))
    await Promise.all(dashboards.map((dashboard) => dashboard.ready()))

    let stopped = false
    const ordering = dashboards.map((dashboard, client) =>
      keepOrdering(dashboard, ordersUnderFire(client), () => stopped, `client-${client}`, PAUSE_MS),
    )
    const exits: (number | NodeJS.Signals)[] = []
    const stopMs: number[] = []
    for (let stop = 0; stop < STOPS; stop++) {
      await underLoad(dashboards)
      const startedMs = performance.now()
      exits.push(await server.terminate())
      stopMs.push(performance.now() - startedMs)
      server = await startServer({ port, data, entry })
    }
    await underLoad(dashboards)
    stopped = true
    const sent = (await Promise.all(ordering)).flat()
    exits.push(await server.terminate())

    expect(sent.filter(({ answer }) => answer?.ok).length).toBeGreaterThan(STOPS * CLIENTS)
    const ids = sent.map(({ command }) => command.id)
    const { lost, doubled } = wrongOrders(readHistory(data, SHIP, ids), sent)
    for (const wrong of [...lost, ...doubled].slice(0, 5)) console.log(JSON.stringify(wrong))
    const untold = dashboards.filter(({ stops }) => stops < STOPS).length
    report({
      ...{ goal: 'G19', name: 'stops under load', target: `${STOPS} stops, exit 0, 0 lost, everyone told` },
      value: `${STOPS} stops, exits ${exitsOf(exits)}, ${sent.length} orders, ${lost.length} lost, ${doubled.length} doubled, ${untold} of ${CLIENTS} not told`,
      pass: exitsOf(exits) === '0' && lost.length + doubled.length + untold === 0,
    })
    const slowestMs = Math.max(...stopMs)
    report({
      ...{ goal: 'G19', name: 'the slowest stop', value: `${slowestMs.toFixed(0)} ms`, target: `≤ ${STOP_MS_MAX} ms` },
      ...{ pass: slowestMs <= STOP_MS_MAX, decides: false },
    })
  },
)
