import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { burstOf } from '../support/burst.ts'
import { putToRest, SHIP } from '../support/conditions.ts'
import { slowDown, watchFrames } from '../support/frames.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { order, readLog, readShip } from '../support/ship-over-http.ts'

const REPORTS = 200
const WITHIN_MS = 10_000
const SLOWER = 4
const SETTLE_MS = 2_000
const MOST_ROWS = 7
const BY_POINTER = 6

const alarms = (page: Page) => page.getByRole('region', { name: 'Alarms', exact: true })

inBrowser('a burst of reports', () => {
  const product = startedProduct()

  test(
    'leaves the board readable: no alarm is lost, and every one can be acknowledged meanwhile',
    async () => {
      const { url } = product.server
      await putToRest(url)
      await order(url, SHIP, { type: 'SetClock', rate: 1 })
      const { definition, seq } = await readShip(url, SHIP)
      const page = await openPage(product, '/')
      await page.getByRole('contentinfo').getByText(/^live/i).waitFor()
      for (const name of ['Casualties', 'Log']) await page.getByRole('region', { name, exact: true }).waitFor()
      await sleep(SETTLE_MS)
      await slowDown(page, SLOWER)
      const frames = await watchFrames(page)

      const burst = burstOf(planOf(definition), REPORTS)
      const startedMs = performance.now()
      const acknowledging = acknowledgeSome(page)
      for (const [i, blow] of burst.entries()) {
        await sleep(Math.max(0, startedMs + (i * WITHIN_MS) / REPORTS - performance.now()))
        await order(url, SHIP, blow.order)
      }
      await acknowledging
      const { count, p50, p99, worst } = await frames()
      console.info(
        `${REPORTS} reports in ${((performance.now() - startedMs) / 1000).toFixed(1)} s, processor ${SLOWER}× slowed: ` +
          `${count} frames, half within ${p50.toFixed(0)} ms, 99 % within ${p99.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`,
      )
      await page.screenshot({ path: join('.cache', 'burst.png') })

      // Readable: the flood is said, and the rows are few.
      await alarms(page).getByText('Alarm flood').waitFor()
      expect(await alarms(page).getByRole('listitem').count()).toBeLessThanOrEqual(MOST_ROWS)

      // Complete: in the log, and on the board once all is asked for.
      const happened = (await readLog(url, SHIP)).filter((event) => event.seq > seq)
      const raised = new Set(happened.flatMap((event) => (event.type === 'AlarmRaised' ? [event.alarm] : [])))
      expect(burst.map(({ alarm }) => alarm).filter((alarm) => !raised.has(alarm))).toEqual([])
      expect(happened.filter(({ type }) => type === 'AlarmAcknowledged').length).toBeGreaterThanOrEqual(BY_POINTER)
      const { state } = await readShip(url, SHIP)
      await alarms(page)
        .getByText(new RegExp(`^${Object.keys(state.alarms).length} standing`, 'i'))
        .waitFor()
    },
    6 * WITHIN_MS,
  )
})

/** By pointer, and by key: whichever comes next, an alarm that is folded under another included. */
const acknowledgeSome = async (page: Page): Promise<void> => {
  for (let i = 0; i < BY_POINTER; i++) {
    const top = await page.waitForFunction(topToAcknowledge)
    const name = await top.jsonValue()
    await page.evaluate((label) => document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click(), name)
    await page.waitForFunction((label) => document.querySelector(`[aria-label="${label}"]`) === null, name)
    await page.keyboard.press('a')
    await sleep(WITHIN_MS / BY_POINTER / 2)
  }
}

/** Asked of the page without the help of roles and names, which would take longer than what is measured. */
const topToAcknowledge = () =>
  document.querySelector('[aria-label^="Ack "]:not([aria-disabled])')?.getAttribute('aria-label')
