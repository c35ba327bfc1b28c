import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { PHONE } from '../support/product.ts'

const ATTACK = '/replay/voyager-3'

const slider = (page: Page) => page.getByRole('slider', { name: 'Mission time' })
/** Seconds since the attack began, as the title says them. */
const seconds = async (page: Page): Promise<number> => {
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  const [hours = 0, minutes = 0, rest = 0] = /T\+(\d+):(\d+):(\d+)/i.exec(title)?.slice(1).map(Number) ?? []
  return hours * 3600 + minutes * 60 + rest
}
/** What will be so in a while, even where other work slows the browser down. */
const soon = <Value>(read: () => Value) => expect.poll(read, { timeout: 10_000 })
const standsAt = (page: Page, expected: number) => soon(() => seconds(page)).toBe(expected)

inBrowser('a replay', () => {
  const product = startedProduct()

  test('opens where its address points, and Back undoes a jump', async () => {
    const page = await openPage(product, `${ATTACK}?t=100`)
    await slider(page).waitFor()
    await standsAt(page, 100)
    await page.keyboard.press('5')
    await standsAt(page, 360)
    await soon(() => new URL(page.url()).searchParams.get('t')).toBe('360')
    await page.goBack()
    await standsAt(page, 100)
  })

  test('obeys the keys of a player, wherever the focus is', async () => {
    const page = await openPage(product, `${ATTACK}?t=100`)
    await slider(page).waitFor()
    for (const focus of ['the page', 'the slider']) {
      if (focus === 'the slider') await slider(page).focus()
      await page.keyboard.press('Home')
      await standsAt(page, 0)
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('ArrowRight')
      await standsAt(page, 35)
      await page.keyboard.press('Shift+ArrowLeft')
      await standsAt(page, 5)
      await page.keyboard.press("'")
      await soon(() => slider(page).getAttribute('aria-valuetext')).toMatch(/Hit H1$/)
      await page.keyboard.press('.')
      await page.keyboard.press(',')
      await page.keyboard.press('9')
      await standsAt(page, 648)
    }
  })

  test('plays, faster with every L, and backward with J', async () => {
    const page = await openPage(product, `${ATTACK}?t=60`)
    await slider(page).waitFor()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    for (let presses = 0; presses < 5; presses++) await page.keyboard.press('l')
    await soon(() => seconds(page)).toBeGreaterThan(90)
    expect(await page.getByLabel('Speed').inputValue()).toBe('32')
    await page.keyboard.press('j')
    await page.getByText('Backward').waitFor()
    const before = await seconds(page)
    await soon(() => seconds(page)).toBeLessThan(before)
    await page.keyboard.press('k')
    await page.getByRole('button', { name: 'Play' }).waitFor()
  })

  test('goes live from its end', async () => {
    const page = await openPage(product, ATTACK)
    await slider(page).waitFor()
    await page.keyboard.press('End')
    await standsAt(page, 720)
    await page.keyboard.press('End')
    await page.waitForURL('/')
  })

  test('is scrubbed with a finger', async () => {
    const page = await openPage(product, ATTACK, PHONE)
    const box = await slider(page).boundingBox()
    if (!box) throw new Error('There is no slider to touch')
    await page.touchscreen.tap(box.x + box.width / 4, box.y + box.height / 2)
    await soon(() => seconds(page)).toBeGreaterThan(170)
    expect(await seconds(page)).toBeLessThan(190)
  })

  test('shows the trend as a drawing and as a table; a press on the drawing goes there', async () => {
    const page = await openPage(product, ATTACK)
    const trend = page.getByRole('region', { name: 'Trend' })
    await trend.locator('canvas').click()
    await soon(() => seconds(page)).toBeGreaterThan(300)
    await trend.getByText('Figures as a table').click()
    expect(await trend.getByRole('row').count()).toBeGreaterThan(10)
  })
})
