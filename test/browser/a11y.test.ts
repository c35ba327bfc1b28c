import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { runTo, SCREENS, setCondition } from '../support/conditions.ts'
import { tabTo } from '../support/hands.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { LAPTOP, PHONE } from '../support/product.ts'

const VIEWS_MS = 180_000

const shown = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await page.locator('main section').first().waitFor()
  await page.waitForLoadState('networkidle')
}

inBrowser('every screen', () => {
  const product = startedProduct()
  beforeAll(() => runTo(product.server.url, 60))

  test.each(['green', 'yellow', 'red'] as const)(
    'breaks no accessibility rule in condition %s',
    async (condition) => {
      await setCondition(product.server.url, condition)
      const page = await openPage(product, '/', LAPTOP)
      for (const [screen, path] of Object.entries(SCREENS)) {
        await shown(page, path)
        expect.soft(await violations(page), screen).toEqual([])
      }
    },
    VIEWS_MS,
  )

  test(
    'breaks none on a phone either',
    async () => {
      const page = await openPage(product, '/', PHONE)
      for (const [screen, path] of Object.entries(SCREENS)) {
        await shown(page, path)
        expect.soft(await violations(page), screen).toEqual([])
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect.soft(wide, `${screen} is wider than the phone by px`).toBeLessThanOrEqual(0)
      }
    },
    VIEWS_MS,
  )

  test('has one main part, a title, and a link past the rail that the first Tab reaches', async () => {
    const page = await openPage(product, '/', LAPTOP)
    for (const path of Object.values(SCREENS)) {
      await shown(page, path)
      expect(await page.getByRole('main').count()).toBe(1)
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content')
    }
  })

  test('can be left by Tab: nothing holds the focus', async () => {
    const page = await openPage(product, '/casualties', LAPTOP)
    await shown(page, '/casualties')
    await tabTo(page, page.getByRole('button', { name: 'Declare death' }))
    await tabTo(page, page.getByRole('link', { name: 'Board' }))
  })
})
