import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { SHIP } from '../support/conditions.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { order, readShip } from '../support/ship-over-http.ts'

const foot = (page: Page) => page.getByRole('contentinfo')
const note = (url: string, number: number) =>
  order(url, SHIP, { type: 'RecordLog', text: `Note ${number} of the test` })

inBrowser('a dashboard whose server is killed', () => {
  const product = startedProduct()

  test('says so, goes on by itself when the server is back, and has missed nothing', async () => {
    const page = await openPage(product, '/')
    const { url } = product.server
    await foot(page).getByText(/^live/i).waitFor()
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    const acknowledge = page.getByRole('button', { name: /^Ack / }).first()
    await acknowledge.waitFor()
    await note(url, 1)
    const log = page.getByRole('region', { name: 'Log', exact: true })
    await log.getByText('Note 1 of the test').waitFor()

    await note(url, 2)
    const before = await readShip(url, SHIP)
    await product.server.kill()

    // What is shown is old, and looks it; nothing can be ordered.
    await foot(page)
      .getByText(/^reconnecting/i)
      .waitFor()
    await foot(page)
      .getByText(/^offline \d/i)
      .waitFor()
    expect(await acknowledge.getAttribute('aria-disabled')).toBe('true')
    expect(await page.locator('.stale').count()).toBeGreaterThan(0)

    await product.startServer()
    await note(url, 3)
    await foot(page).getByText(/^live/i).waitFor()
    await note(url, 4)

    await page.getByRole('link', { name: 'Log' }).click()
    await page.getByRole('searchbox', { name: 'Find in the log' }).fill('of the test')
    const lines = page.getByText(/Note \d of the test/)
    await lines.nth(3).waitFor()
    const notes = (await lines.allInnerTexts()).map((text) => Number(/\d/.exec(text)?.[0]))
    expect(notes.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4])
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)

    const after = await readShip(url, SHIP)
    expect(after.seq).toBeGreaterThan(before.seq)
    expect(after.at).toBeGreaterThanOrEqual(before.at - 1_000)
  })
})
