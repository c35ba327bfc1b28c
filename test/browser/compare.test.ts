import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { PHONE, type Product } from '../support/product.ts'
import { openPair, runPair } from '../support/run-pair.ts'

const slider = (page: Page) => page.getByRole('slider', { name: 'Mission time' })
const run = (page: Page, letter: 'A' | 'B') => page.getByRole('region', { name: `Run ${letter}` })
const rowOf = (page: Page, figure: string) =>
  page.getByRole('region', { name: 'Figures' }).getByRole('row', { name: figure })
const soon = <Value>(read: () => Value) => expect.poll(read, { timeout: 10_000 })

inBrowser('two runs of the same attack', () => {
  const product = startedProduct()
  const runs = runPair()
  const open = async (options?: Parameters<Product['open']>[1]): Promise<Page> => {
    const page = await openPage(product, '/replay', options)
    await slider(page).waitFor()
    await openPair(page, runs)
    return page
  }

  test('[REV31] given crews sent at once and three minutes late, one screen shows which did better', async () => {
    const page = await open()
    const verdict = page.getByRole('region', { name: 'Comparison' })
    await verdict.getByText(/^Run A did better: .* less harm$/).waitFor()
    for (const part of [
      verdict,
      slider(page),
      run(page, 'A').getByRole('heading', { level: 3 }),
      run(page, 'B').getByRole('heading', { level: 3 }),
    ])
      expect(await part.isVisible()).toBe(true)
    const box = await run(page, 'B').getByRole('application').boundingBox()
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(768)
    expect(await rowOf(page, 'Harm').innerText()).toMatch(/better/i)
    expect(await rowOf(page, 'Dispatch, 90th percentile').innerText()).toMatch(/better/i)
  })

  test('one player moves both, from their first hits on', async () => {
    const page = await open()
    await page.keyboard.press("'")
    await soon(() => slider(page).inputValue().then(Number)).toBe(0)
    await page.keyboard.press('Shift+ArrowRight')
    await soon(() => slider(page).inputValue().then(Number)).toBe(30_000)
    // Half a minute after the same hit crews are out in one run, and none is in the other.
    const ready = (letter: 'A' | 'B') =>
      run(page, letter)
        .getByText(/^\d\/\d$/)
        .innerText()
    await soon(() => ready('B')).toMatch(/^(\d)\/\1/)
    expect(await ready('A')).not.toMatch(/^(\d)\/\1/)
  })

  test('stand under each other on a phone, and nothing runs out of it at the side', async () => {
    const page = await open(PHONE)
    const [a, b] = [await run(page, 'A').boundingBox(), await run(page, 'B').boundingBox()]
    expect(b?.y).toBeGreaterThan((a?.y ?? 0) + (a?.height ?? 0))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.viewport.width)
  })
})
