import { setTimeout as sleep } from 'node:timers/promises'
import { diceFor } from '#shared/dice.ts'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { freePort, type ServerProcess, startServer } from '../support/serverProcess.ts'
import { order } from '../support/ship-over-http.ts'
import { report, sized } from './support/goal.ts'
import { dragOn, sendBytes } from './support/hostileBytes.ts'
import { sendPackets } from './support/hostilePackets.ts'
import { sendRequests } from './support/hostileRequests.ts'
import type { Inside } from './support/watchedServer.ts'

const { requests, packets, connections } = sized({
  ci: { requests: 30_000, packets: 60_000, connections: 300 },
  release: { requests: 100_000, packets: 500_000, connections: 10_000 },
})
/** Part of them comes before the memory is looked at for the first time. */
const WARM_UP = 0.1
const HEAP_GROWTH_MOST = 0.1
const SEED = Number(process.env.BULKHEAD_SEED ?? Date.now() % 1_000_000)
const SLOW_MACHINE_MS = sized({ ci: 600_000, release: 3_600_000 })

const start = async (env: NodeJS.ProcessEnv = {}): Promise<ServerProcess> => {
  const server = await startServer({
    ...{ port: await freePort(), data: temporaryFolder(), entry: 'test/faults/support/watchedServer.ts' },
    env: { LOG_LEVEL: 'fatal', ...env },
  })
  onTestFinished(() => server.kill())
  return server
}

const insideOf = async (server: ServerProcess): Promise<Inside> => {
  const told = () => server.output().match(/^inside .*$/gm) ?? []
  const before = told().length
  process.kill(server.pid, 'SIGUSR2')
  while (told().length === before) await sleep(10)
  return JSON.parse(told().at(-1)?.slice('inside '.length) ?? '') as Inside
}

/** The share of everything; what should not have been answered. */
const attack = async ({ url }: ServerProcess, share: number, purpose: string) => {
  const dice = (what: string) => diceFor(SEED, `${purpose} ${what}`, 0)
  const answers = await sendRequests(url, Math.ceil(requests * share), dice('requests'))
  const sent = await sendPackets(url, Math.ceil(packets * share), dice('packets'))
  const failures = await sendBytes(url, Math.ceil(connections * share), dice('bytes'))
  return { bad: [...answers.bad, ...failures], byStatus: answers.byStatus, sent }
}

const servedWithinMs = async ({ url }: ServerProcess): Promise<number> => {
  const startedMs = performance.now()
  await order(url, 'voyager', { type: 'RecordLog', text: 'Still here' })
  return performance.now() - startedMs
}

test(
  '[LIM4] no input, over HTTP, sockets or plain TCP, ends the process, fails it, or stays in its memory',
  { timeout: SLOW_MACHINE_MS },
  async () => {
    const server = await start()
    const startedMs = performance.now()
    const dragging = dragOn(server.url)
    const first = await attack(server, WARM_UP, 'warm-up')
    const before = await insideOf(server)
    const rest = await attack(server, 1 - WARM_UP, 'attack')
    const suffered = await dragging
    const after = await insideOf(server)
    const servedMs = await servedWithinMs(server)

    const bad = [...first.bad, ...rest.bad]
    const growth = after.heapBytes / before.heapBytes - 1
    const statuses = [...rest.byStatus].map(([status, count]) => `${status}: ${count}`).join(', ')
    console.log(`seed ${SEED}; ${((performance.now() - startedMs) / 1000).toFixed(0)} s; HTTP ${statuses}`)
    console.log(`packets ${JSON.stringify(rest.sent)}; suffered, ms: ${JSON.stringify(suffered)}`)
    expect(bad.slice(0, 5)).toEqual([])
    expect(after.polluted).toEqual([])
    report({
      goal: 'G9',
      name: `malformed inputs: ${requests} requests, ${packets} packets, ${connections} connections (seed ${SEED})`,
      value: `0 crashes, ${bad.length} failures, heap ${(growth * 100).toFixed(1)} %, next order served`,
      target: '0 crashes, 0 failures, heap within 10 %, next order served',
      pass: bad.length === 0 && growth <= HEAP_GROWTH_MOST,
    })
    report({
      goal: 'G9',
      name: 'next order after malformed inputs',
      value: `${servedMs.toFixed(0)} ms`,
      target: '100 ms',
      pass: servedMs <= 100,
      decides: false,
    })
  },
)

test('[LIM4] the server needs no __proto__ and none gets into it', { timeout: SLOW_MACHINE_MS }, async () => {
  const server = await start({ NODE_OPTIONS: '--disable-proto=delete' })
  const { bad } = await attack(server, 0.05, 'without __proto__')
  expect(bad.slice(0, 5)).toEqual([])
  expect((await insideOf(server)).polluted).toEqual([])
  await servedWithinMs(server)
})
