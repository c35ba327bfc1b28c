import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { RawSocket } from '../support/rawSocket.ts'
import { freePort, startServer } from '../support/serverProcess.ts'
import { report, sized } from './support/goal.ts'

const SHIP = 'voyager'
const DASHBOARDS = 200
const STALLED = 50
/** 200 events a second. */
const ORDERS_AT_ONCE = 4
const EVERY_MS = 20
const BASELINE_MS = sized({ ci: 3_000, release: 20_000 })
const CUT_OFF_MS_MAX = 15_000
const RSS_GROWTH_MOST = 64 * 1024 * 1024
const SLOW_MACHINE_MS = 180_000
const TEXT = 'x'.repeat(300)

/** A dashboard that understands nothing but when an order was given whose event it is sent. */
const watch = async (url: string, heardMs: (tookMs: number) => void): Promise<RawSocket> => {
  const raw = await (await RawSocket.open(url)).join({ role: 'instructor', name: 'Test' })
  raw.onText = (text) => {
    if (!text.startsWith('42["events"')) return
    for (const [, givenMs] of text.matchAll(/given ([\d.]+) /g)) heardMs(performance.now() - Number(givenMs))
  }
  raw.text(`420["watch",{"ship":"${SHIP}"}]`)
  return raw
}

const give = (raw: RawSocket, number: number): void => {
  const text = `given ${performance.now()} ${TEXT}`
  raw.text(
    `42["command",${JSON.stringify({ ship: SHIP, command: { id: `stalled-${number}`, type: 'RecordLog', text } })}]`,
  )
}

const p99 = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0

const figure = async (url: string, name: string): Promise<number> => {
  const figures = await (await fetch(`${url}/metrics`)).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(figures)?.[1])
}

test(
  `[LIM3] ${STALLED} of ${DASHBOARDS} dashboards stop reading: they are cut off, and neither memory nor the others notice`,
  { timeout: SLOW_MACHINE_MS },
  async () => {
    const { url, kill } = await startServer({ port: await freePort(), data: temporaryFolder() })
    onTestFinished(kill)
    let took: number[] = []
    const heard = (tookMs: number): void => void took.push(tookMs)
    const dashboards = await Promise.all(Array.from({ length: DASHBOARDS }, () => watch(url, heard)))
    onTestFinished(() => dashboards.forEach((dashboard) => dashboard.close()))
    const [stalled, healthy] = [dashboards.slice(0, STALLED), dashboards.slice(STALLED)]

    let number = 0
    const giving = setInterval(() => {
      const giver = healthy[number % healthy.length]
      if (giver) for (let order = 0; order < ORDERS_AT_ONCE; order++) give(giver, number++)
    }, EVERY_MS)
    onTestFinished(() => clearInterval(giving))

    await sleep(1_000)
    took = []
    await sleep(BASELINE_MS)
    const [baselineMs, rssBefore] = [p99(took), await figure(url, 'bulkhead_resident_memory_bytes')]

    took = []
    const stalledMs = performance.now()
    for (const { socket } of stalled) socket.pause()
    let rssMost = rssBefore
    let left = DASHBOARDS
    while (left > healthy.length && performance.now() - stalledMs < SLOW_MACHINE_MS / 2) {
      await sleep(250)
      left = await figure(url, 'bulkhead_dashboards')
      rssMost = Math.max(rssMost, await figure(url, 'bulkhead_resident_memory_bytes'))
    }
    const cutOffMs = performance.now() - stalledMs
    const lost = healthy.filter(({ closed }) => closed).length

    report({
      goal: 'G8',
      name: `${STALLED} of ${DASHBOARDS} dashboards stop reading at ${(ORDERS_AT_ONCE * 1_000) / EVERY_MS} events a second`,
      value: `${DASHBOARDS - left} cut off, ${lost} healthy ones lost, RSS +${((rssMost - rssBefore) / 2 ** 20).toFixed(0)} MB`,
      target: `${STALLED} cut off, 0 healthy ones lost, RSS +64 MB`,
      pass: DASHBOARDS - left === STALLED && lost === 0 && rssMost - rssBefore <= RSS_GROWTH_MOST,
    })
    report({
      goal: 'G8',
      name: 'how soon, and what the healthy ones notice',
      value: `${(cutOffMs / 1_000).toFixed(1)} s; p99 ${p99(took).toFixed(0)} ms, before ${baselineMs.toFixed(0)} ms`,
      target: '15 s; twice the p99 before',
      pass: cutOffMs <= CUT_OFF_MS_MAX && p99(took) <= 2 * baselineMs,
      decides: false,
    })
  },
)
