import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { runTo, SCREENS, setCondition } from '../support/conditions.ts'
import { tabTo } from '../support/hands.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { LAPTOP, PHONE } from '../support/product.ts'

const VIEWS_MS = 180_000
const CONDITIONS = ['green', 'yellow', 'red'] as const
/** They are in the condition that the ship was in then. */
const OF_THE_PAST = ['replays', 'replay', 'review']

const shown = async (page: Page, path: string): Promise<void> => {
  await page.goto(path)
  await page.locator('main section').first().waitFor()
  await page.waitForLoadState('networkidle')
}

/** When it has the colours of a condition, and none of them is on its way any more. */
const inColours = async (page: Page, condition: string): Promise<void> => {
  await page.locator(`.frame[data-condition=${condition}]`).waitFor()
  await page.evaluate(async () => {
    const changing = document.getAnimations().filter((animation) => animation instanceof CSSTransition)
    await Promise.allSettled(changing.map(({ finished }) => finished))
  })
}

inBrowser('every screen', () => {
  const product = startedProduct()
  beforeAll(() => runTo(product.server.url, 60))

  test.each(Object.entries(SCREENS))(
    '%s breaks no accessibility rule in any condition, and has one main part, a title and a way past the rail',
    async (screen, path) => {
      const page = await openPage(product, '/', LAPTOP)
      await shown(page, path)
      expect(await page.getByRole('main').count()).toBe(1)
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content')
      if (OF_THE_PAST.includes(screen)) return expect(await violations(page)).toEqual([])
      for (const condition of CONDITIONS) {
        await setCondition(product.server.url, condition)
        await inColours(page, condition)
        expect.soft(await violations(page), condition).toEqual([])
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

  test('can be left by Tab: nothing holds the focus', async () => {
    const page = await openPage(product, '/casualties', LAPTOP)
    await shown(page, '/casualties')
    await tabTo(page, page.getByRole('button', { name: 'Declare death' }))
    await tabTo(page, page.getByRole('link', { name: 'Board' }))
  })
})
