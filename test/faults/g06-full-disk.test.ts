import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BALLAST_FILE } from '#db/room.ts'
import type { ServiceState } from '#shared/protocol/sockets.ts'
import { expect, onTestFinished, test } from 'vitest'
import { Dashboard } from '../support/dashboard.ts'
import { checkLog } from '../support/history.ts'
import { keepOrdering } from '../support/orders.ts'
import { freePort, startServer } from '../support/serverProcess.ts'
import { readShip } from '../support/ship-over-http.ts'
import { report, sized } from './support/goal.ts'
import { mountSmallDisk } from './support/smallDisk.ts'

const ROUNDS = sized({ ci: 3, release: 50 })
const SLOW_MACHINE_MS = sized({ ci: 120_000, release: 1_200_000 })
const SHIP = 'voyager'
const CLIENTS = 4
/** What is kept for a full disk, the log of all rounds, and as much again. */
const DISK_MB = sized({ ci: 48, release: 512 })
/** Longer than the server takes between two attempts to write. */
const FULL_FOR_MS = 1_500
const READ_ONLY_MS_MAX = 1_000
const READY_MS_MAX = 2_000
/** So that what was free in the files of the log is soon used up. */
const longNote = (number: number) => ({ type: 'RecordLog', text: `${number} ${'x'.repeat(400)}` }) as const

/** The next time that the board is told this state; how long after it came to be, ms. */
const told = ({ socket }: Dashboard, state: ServiceState['state']): Promise<number> =>
  new Promise((resolve) => {
    const hear = (now: ServiceState): void => {
      if (now.state !== state) return
      socket.off('service', hear)
      resolve(Date.now() - Date.parse(now.since))
    }
    socket.on('service', hear)
  })

const G6 = { goal: 'G6', name: 'a full disk loses nothing, and is over when there is room', target: '0 lost' } as const

test(
  '[LOG8] a disk that is filled and freed under load costs no order that was acknowledged',
  async () => {
    const disk = mountSmallDisk(DISK_MB)
    if (!disk)
      return report({
        ...G6,
        value: 'NOT RUN: no file system can be mounted here (root?)',
        pass: false,
        decides: false,
      })
    const data = join(disk.folder, 'data')
    const server = await startServer({ port: await freePort(), data })
    onTestFinished(() => server.kill())
    const dashboards = Array.from({ length: CLIENTS }, () => new Dashboard(server.url, SHIP))
    onTestFinished(() => dashboards.forEach((dashboard) => dashboard.close()))
    await Promise.all(dashboards.map((dashboard) => dashboard.ready()))
    const [board] = dashboards
    if (!board) throw new Error('There is no board')

    let stopped = false
    const ordering = dashboards.map((dashboard, number) =>
      keepOrdering(dashboard, longNote, () => stopped, `client-${number}`),
    )
    const readOnlyMs: number[] = []
    const readyMs: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await sleep(300)
      const full = told(board, 'readOnly')
      disk.fill()
      readOnlyMs.push(await full)
      const { seq } = await readShip(server.url, SHIP)
      // Given up in the background: the boards are told first.
      await expect.poll(() => existsSync(join(data, BALLAST_FILE)), { timeout: 10_000 }).toBe(false)
      await sleep(FULL_FOR_MS)
      expect((await readShip(server.url, SHIP)).seq).toBe(seq)

      const ready = told(board, 'ready')
      const freedMs = performance.now()
      disk.free()
      await ready
      readyMs.push(performance.now() - freedMs)
      expect(existsSync(join(data, BALLAST_FILE))).toBe(true)
      await board.reaches(seq + CLIENTS)
    }
    stopped = true
    const sent = (await Promise.all(ordering)).flat()
    expect(await server.terminate()).toBe(0)
    checkLog(data, SHIP, sent)
    const done = sent.filter(({ answer }) => answer?.ok).length
    report({ ...G6, value: `0 of ${done} orders lost in ${ROUNDS} rounds`, pass: done > ROUNDS * CLIENTS })
    report(timed('read-only on every board after a write found no room', readOnlyMs, READ_ONLY_MS_MAX))
    report(timed('taking orders again after there is room', readyMs, READY_MS_MAX))
  },
  SLOW_MACHINE_MS,
)

const timed = (name: string, ms: readonly number[], most: number) => {
  const longest = Math.max(...ms)
  return {
    goal: 'G6',
    name,
    value: `${longest.toFixed(0)} ms`,
    target: `≤ ${most} ms`,
    pass: longest <= most,
    decides: false,
  }
}
