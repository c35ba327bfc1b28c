import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOSTILE_INCIDENT, HOSTILE_SHIP, hostileHouse } from '../flow/support/hostileHouse.ts'
import { TestClock } from '../flow/support/testClock.ts'
import { HOSTILE_NAMES } from '../support/hostile-names.ts'
import { inBrowser, startedProduct } from '../support/in-browser.ts'

const ALL_OF_IT_MS = 240_000

const ALL = HOSTILE_NAMES.length

/** A screen, and how many of the names are to be read on it at the least. */
const SCREENS: readonly (readonly [path: string, read: number])[] = [
  ['/', 10],
  ['/dispatch', 10],
  ['/casualties', ALL],
  ['/systems', 10],
  ['/report', 2],
  ['/log', 5],
  ['/crew', 5],
  ['/desk', ALL],
  ['/replay', 10],
  [`/replay/${HOSTILE_INCIDENT}`, 10],
  [`/review/${HOSTILE_INCIDENT}`, ALL],
]

/** What no template of ours makes, so that it could only have come out of a text. */
const FOREIGN =
  'iframe, object, embed, base, math, plaintext, meta[http-equiv], script:not([src]), form[action], link[href*="evil"], ' +
  'a[href^="javascript"], [onerror], [onload], [onfocus], [ontoggle], [onbegin], [onmouseover], [srcdoc], animate'

inBrowser('a server on which everybody and everything has a hostile name', () => {
  const product = startedProduct({ BULKHEAD_ACCESS: 'guarded' }, async (data) => {
    // As if it had all been said today: sessions last a day.
    const house = await hostileHouse(data, new TestClock(Date.now() - TestClock.EPOCH_MS))
    await house.stop()
  })
  /** What pages did that their policy forbids, or were asked to by a text. */
  const breaches: string[] = []
  afterAll(() => expect(breaches).toEqual([]))
  let page: Page

  beforeAll(async () => {
    const [link = ''] = /http\S+\/join#\S+/.exec(product.server.output()) ?? []
    page = await product.open('about:blank')
    page.on('dialog', (dialog) => void breaches.push(dialog.message()))
    page.on('request', (request) => {
      if (!request.url().startsWith(product.server.url) && !request.url().startsWith('data:'))
        breaches.push(request.url())
    })
    await page.goto(new URL(link).pathname + new URL(link).hash)
    await page.getByLabel('Your name').fill('Ines')
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByRole('heading', { level: 1, name: 'Damage control' }).waitFor()
  }, ALL_OF_IT_MS)

  test.each(SCREENS)('[RVW8] %s shows them as the text they are', async (path, read) => {
    await page.goto(`${path}?ship=${HOSTILE_SHIP}`)
    await page.locator('main section').first().waitFor()
    await page.waitForLoadState('networkidle')
    for (const summary of await page.locator('main summary').all()) await summary.click()
    const text = await page.evaluate(() => document.body.textContent)
    expect(HOSTILE_NAMES.filter((name) => text.includes(name)).length).toBeGreaterThanOrEqual(read)
    expect(await page.evaluate(() => 'taken' in window)).toBe(false)
    expect(await page.locator(FOREIGN).evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML))).toEqual(
      [],
    )
  })
})
