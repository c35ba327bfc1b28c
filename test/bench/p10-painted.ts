import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { findChromium } from '../../scripts/setup/chromium.mjs'
import { putToRest, SHIP } from '../support/conditions.ts'
import { Product } from '../support/product.ts'
import { order } from '../support/ship-over-http.ts'
import { type BarePage, serveBarePage } from './barePage.ts'
import type { Finding } from './goals.ts'
import { quantile } from './measure.ts'

const ORDERS = 100
const BETWEEN_MS = 50

/**
 * In the page: when each line with a number that comes into its log has been painted, ms since 1970. It looks at what is added
 * there and at nothing else: to read the page as it is laid out would have it laid out once more.
 */
const notePainted = (): void => {
  const painted: Record<string, number> = {}
  Object.assign(window, { painted })
  const look = (changes: readonly MutationRecord[]): void => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).map(({ textContent }) => textContent)
    const fresh = added.flatMap((text) => [...(text ?? '').matchAll(/painted-(\d+)/g)].map(([, number = '']) => number))
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
  const log = document.querySelector('[role="log"]')
  if (log) new MutationObserver(look).observe(log, { subtree: true, childList: true })
}

interface Way {
  readonly page: Page
  readonly give: (text: string) => Promise<void>
}

/** From giving each order until it is painted, ms. The ways take turns: what else the machine does weighs on them alike. */
const paintedMs = async (ways: readonly Way[]): Promise<readonly (readonly number[])[]> => {
  const sentMs: number[][] = ways.map(() => [])
  for (const { page } of ways) await page.evaluate(notePainted)
  for (let n = 0; n < ORDERS; n++)
    for (const [index, { give }] of ways.entries()) {
      sentMs[index]?.push(performance.timeOrigin + performance.now())
      await give(`painted-${n}`)
      await sleep(BETWEEN_MS)
    }
  return Promise.all(
    ways.map(async ({ page }, index) => {
      const painted = await page.evaluate(() => (window as unknown as { painted: Record<string, number> }).painted)
      return (sentMs[index] ?? []).map((ms, n) => (painted[n] ?? Number.POSITIVE_INFINITY) - ms)
    }),
  )
}

const board = async (product: Product): Promise<Way> => {
  const { url } = product.server
  await putToRest(url)
  const page = await product.open('/')
  await page.getByRole('contentinfo').getByText(/^live/i).waitFor()
  await page.getByRole('region', { name: 'Log', exact: true }).waitFor()
  return { page, give: (text) => order(url, SHIP, { type: 'RecordLog', text }) }
}

const bare = async (product: Product, { url, write }: BarePage): Promise<Way> => ({
  page: await product.open(url),
  give: write,
})

/** From an order over HTTP until its line is on a board in a real browser; nothing where there is none. */
export const painted = async (): Promise<readonly Finding[]> => {
  const chromium = findChromium()
  if (!chromium) return []
  const product = new Product()
  const barePage = await serveBarePage()
  await product.start(chromium)
  try {
    const ways = [await board(product), await bare(product, barePage)]
    const [ms = [], bareMs = []] = await paintedMs(ways)
    const share = (of: readonly number[], part: number): string => quantile(of, part).toFixed(0)
    return [
      {
        goal: 'P10',
        what: 'order to painted, p99',
        value: quantile(ms, 0.99),
        must: { atMost: 50 },
        unit: 'ms',
        behind:
          `${ORDERS} orders over HTTP, half within ${share(ms, 0.5)} ms; absolute: a quiet machine. ` +
          `A synced line on an empty page, in turn with them: ${share(bareMs, 0.99)} ms, half within ${share(bareMs, 0.5)} ms`,
      },
    ]
  } finally {
    await product.stop()
    await barePage.close()
  }
}
