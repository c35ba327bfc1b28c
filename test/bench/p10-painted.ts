import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { findChromium } from '../../scripts/setup/chromium.mjs'
import { putToRest, SHIP } from '../support/conditions.ts'
import { Product } from '../support/product.ts'
import { order } from '../support/ship-over-http.ts'
import type { Finding } from './goals.ts'
import { quantile } from './measure.ts'

const ORDERS = 100
const EVERY_MS = 100

/** In the page: when each line of the log with a number in it has been painted, ms since 1970. */
const notePainted = (): void => {
  const painted: Record<string, number> = {}
  Object.assign(window, { painted })
  const look = (): void => {
    const found = [...document.body.innerText.matchAll(/painted-(\d+)/g)].map(([, number = '']) => number)
    const fresh = found.filter((number) => !(number in painted))
    if (fresh.length === 0) return
    // A message asked for in a frame arrives after that frame has been painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        for (const number of fresh) painted[number] ??= performance.timeOrigin + performance.now()
      }
      port2.postMessage(null)
    })
  }
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
}

const paintedMs = async (page: Page, url: string): Promise<readonly number[]> => {
  await page.evaluate(notePainted)
  const sentMs: number[] = []
  for (let n = 0; n < ORDERS; n++) {
    sentMs.push(performance.timeOrigin + performance.now())
    await order(url, SHIP, { type: 'RecordLog', text: `painted-${n}` })
    await sleep(EVERY_MS)
  }
  const painted = await page.evaluate(() => (window as unknown as { painted: Record<string, number> }).painted)
  return sentMs.map((ms, n) => (painted[n] ?? Number.POSITIVE_INFINITY) - ms)
}

/** From an order over HTTP until its line is on a board in a real browser; nothing where there is none. */
export const painted = async (): Promise<readonly Finding[]> => {
  const chromium = findChromium()
  if (!chromium) return []
  const product = new Product()
  await product.start(chromium)
  try {
    await putToRest(product.server.url)
    const page = await product.open('/')
    await page.getByRole('contentinfo').getByText(/^live/i).waitFor()
    await page.getByRole('region', { name: 'Log', exact: true }).waitFor()
    const ms = await paintedMs(page, product.server.url)
    return [
      {
        goal: 'P10',
        what: 'order to painted, p99',
        value: quantile(ms, 0.99),
        must: { atMost: 50 },
        unit: 'ms',
        behind: `${ORDERS} orders over HTTP, half within ${quantile(ms, 0.5).toFixed(0)} ms; absolute: a quiet machine`,
      },
    ]
  } finally {
    await product.stop()
  }
}
