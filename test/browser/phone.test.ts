import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { putToRest, SHIP } from '../support/conditions.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { PHONE } from '../support/product.ts'
import { order } from '../support/ship-over-http.ts'

const ADDRESS = '/crew/repair-1'
const TARGET_PX = 48
const EVERY_STEP_MS = 180_000
const main = (page: Page) => page.getByRole('main')
const reads = (page: Page, text: RegExp) => main(page).filter({ hasText: text }).waitFor()

/** What a thumb has to hit, and how high it is when that is too little. */
const tooSmall = (within: Locator) =>
  within.locator('button:visible, select:visible, input:visible, summary:visible, a:visible').evaluateAll(
    (elements, least) =>
      elements
        .map((element) => ({ box: (element.closest('label') ?? element).getBoundingClientRect(), element }))
        .filter(({ box }) => box.height > 0 && Math.min(box.height, box.width) < least)
        .map(({ box, element }) => `${element.textContent?.trim()} ${Math.round(box.width)}×${Math.round(box.height)}`),
    TARGET_PX,
  )

inBrowser('a team leader’s phone', () => {
  const product = startedProduct()
  beforeAll(async () => {
    const { url } = product.server
    await putToRest(url)
    await order(url, SHIP, { type: 'SetRunMode', mode: 'reported' })
    await order(url, SHIP, { type: 'InflictBreach', compartment: '06-05', area: 0.2 })
    await order(url, SHIP, { type: 'StartFire', compartment: '06-05', growth: 'slow' })
  })

  test('[PHN4] says aloud that there is a job, and keeps saying so until somebody takes note', async () => {
    const page = await openPage(product, ADDRESS, PHONE)
    await reads(page, /stand by at/i)
    expect(await page.title()).toMatch(/^Repair team 1 · /)
    await order(product.server.url, SHIP, { type: 'DispatchCrew', crew: 'repair-1', task: 'fire:06-05' })
    await page.getByRole('alert').getByText('New job: Fire 06-05').waitFor()
    expect(await page.title()).toMatch(/^● New job: Fire 06-05/)
    await page.getByRole('button', { name: 'Understood' }).tap()
    expect(await page.title()).toMatch(/^Repair team 1 · /)
    await order(product.server.url, SHIP, { type: 'RecallCrew', crew: 'repair-1' })
    await reads(page, /called off: stand by at|return to/i)
    await order(product.server.url, SHIP, { type: 'DispatchCrew', crew: 'repair-1', task: 'fire:06-05' })
    await reads(page, /new job: fire/i)
    await page.close()
  })

  test('shows job, way, place and checklists; a step is ticked with its time', async () => {
    const page = await openPage(product, ADDRESS, PHONE)
    await reads(page, /fight the fire[^]*way there[^]*air[^]*breach[^]*people inside[^]*checklist: fire/i)
    const step = page.getByRole('region', { name: 'Checklist: Fire' }).getByRole('checkbox').first()
    await step.tap()
    await page
      .getByRole('region', { name: 'Checklist: Fire' })
      .getByText(/ago|T\+/)
      .waitFor()
    expect(await step.isChecked()).toBe(true)
    await page.close()
  })

  test(
    'is used with one thumb, and breaks no accessibility rule, at every step',
    async () => {
      const page = await openPage(product, ADDRESS, PHONE)
      const dialog = page.getByRole('dialog')
      await page.getByRole('button', { name: /^On scene/ }).waitFor()
      await holds(page, 'the job')
      for (const [form, choice] of [
        ['Damage', 'Fire'],
        ['Casualty', 'Burns'],
        ['Help', 'More people'],
        ['Note', null],
      ] as const) {
        await page.getByRole('button', { name: form }).tap()
        await holds(page, `${form}, the choice`)
        if (choice !== null) {
          await dialog.getByRole('button', { name: choice, exact: true }).tap()
          await holds(page, `${form}, the words`)
        }
        await dialog.getByRole('button', { name: 'Close' }).tap()
      }
      await page.context().setOffline(true)
      await page.getByRole('button', { name: /^On scene/ }).tap()
      await page.getByRole('button', { name: '25 %' }).tap()
      await reads(page, /2 reports wait to be sent/i)
      await holds(page, 'without a link')
      await page.getByRole('button', { name: 'Done' }).tap()
      await holds(page, 'done')
      await page.close()
    },
    EVERY_STEP_MS,
  )

  test('of no crew says so and shows the way to those there are', async () => {
    const page = await openPage(product, '/crew/nobody', PHONE)
    await reads(page, /no crew “nobody”/i)
    await page.getByRole('link', { name: 'Crews' }).tap()
    await page.getByRole('link', { name: /Repair team 2/ }).tap()
    await reads(page, /stand by at/i)
    await page.close()
  })
})

/** What has to be so at every step. */
const holds = async (page: Page, step: string): Promise<void> => {
  expect.soft(await violations(page), step).toEqual([])
  expect.soft(await tooSmall(main(page)), `${step}: under ${TARGET_PX} px`).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect.soft(wide, `${step} is wider than the phone by px`).toBeLessThanOrEqual(0)
  const thumb = page.getByRole('group', { name: 'Reports' })
  expect.soft((await thumb.boundingBox())?.y, `${step}: the buttons are under the thumb`).toBeGreaterThan(844 / 2)
}
