import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'

const ATTACK = '/review/voyager-3'
const CURSOR = /^instant of the charts$/i

/** What will be so in a while, even where other work slows the browser down. */
const soon = <Value>(read: () => Value) => expect.poll(read, { timeout: 10_000 })

const chart = (page: Page, name: string): Locator => page.getByRole('figure', { name, exact: true })

const opened = async (page: Page): Promise<Page> => {
  await chart(page, 'Capabilities').waitFor()
  return page
}

/** How far along each chart over time its line stands, px from its left edge. */
const lines = (page: Page): Promise<readonly number[]> =>
  page
    .getByRole('group', { name: 'Over time' })
    .locator('.line')
    .evaluateAll((all) => all.map((line) => Math.round(line.getBoundingClientRect().left)))

inBrowser('the review of a recorded attack', () => {
  const product = startedProduct()
  const openReview = async (path: string) => opened(await openPage(product, path))

  test('asks the four questions; an address without an incident means the latest that is over', async () => {
    const page = await openReview('/review')
    expect(new URL(page.url()).pathname).toBe(ATTACK)
    const names = ['What was planned', 'What happened', 'Why', 'How to improve']
    for (const name of names) await page.getByRole('region', { name, exact: true }).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^review$/i)
    expect(await page.getByText('The third in two weeks').count()).toBe(1)
  })

  test('has one instant for all charts over time: from the address, by pointer and by keys', async () => {
    const page = await openReview(`${ATTACK}?t=180`)
    const cursor = page.getByRole('slider', { name: CURSOR })
    await soon(() => cursor.getAttribute('aria-valuetext')).toBe('3 min')
    const before = await lines(page)
    expect(before).toHaveLength(5)
    expect(new Set(before).size).toBe(1)

    await chart(page, 'Casualties').locator('canvas').first().hover()
    await soon(() => lines(page)).not.toEqual(before)
    expect(new Set(await lines(page)).size).toBe(1)

    await cursor.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await soon(() => cursor.getAttribute('aria-valuetext')).toBe('1 s')
    expect(new Set(await lines(page)).size).toBe(1)
    expect(new URL(page.url()).searchParams.get('t')).toBe('1')
  })

  test('opens the replay at the instant, by Enter and by a press on a chart, and Back returns to it', async () => {
    const page = await openReview(`${ATTACK}?t=240`)
    await page.getByRole('slider', { name: CURSOR }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('/replay/voyager-3?t=240')
    await page.goBack()
    await opened(page)
    await soon(() => page.getByRole('slider', { name: CURSOR }).getAttribute('aria-valuetext')).toBe('4 min')
    await chart(page, 'Harm').locator('canvas').first().click()
    await page.waitForURL(/\/replay\/voyager-3\?t=2\d\d/)
  })

  test('leads from a finding to the moment in the replay', async () => {
    const page = await openReview(ATTACK)
    const link = page
      .getByRole('region', { name: 'Why' })
      .getByRole('link', { name: /replay it from there/ })
      .first()
    const href = await link.getAttribute('href')
    await link.click()
    await soon(() => new URL(page.url()).pathname + new URL(page.url()).search).toBe(href)
  })

  test('takes ratings and improvements, shows them to others at once, and takes them back', async () => {
    const [mine, theirs] = [await openReview(ATTACK), await openReview(ATTACK)]
    const ratingOn = (page: Page) =>
      page
        .getByRole('group', { name: 'Rating: Contain every fire and put it out' })
        .getByRole('button', { name: /^S:/ })
    await ratingOn(mine).click()
    await soon(() => ratingOn(mine).getAttribute('aria-pressed')).toBe('true')
    await soon(() => ratingOn(theirs).getAttribute('aria-pressed')).toBe('true')

    const text = 'Raise fields before the second volley'
    await theirs.getByRole('textbox', { name: 'What to do better' }).fill('Half a thought')
    await mine.getByRole('textbox', { name: 'What to do better' }).fill(text)
    await mine.getByRole('combobox', { name: 'Owner' }).fill('Tactical team')
    await mine.keyboard.press('Enter')
    for (const page of [mine, theirs]) await page.getByRole('list', { name: 'Improvements' }).getByText(text).waitFor()
    expect(await theirs.getByRole('textbox', { name: 'What to do better' }).inputValue()).toBe('Half a thought')

    await theirs.getByRole('button', { name: `Done: ${text}` }).click()
    await mine.getByRole('button', { name: `Reopen: ${text}` }).waitFor()
    await theirs.getByRole('button', { name: 'Undo' }).last().click()
    await mine.getByRole('button', { name: `Done: ${text}` }).waitFor()
  })

  test('judges by standards that can be set', async () => {
    const page = await openReview(ATTACK)
    await page.getByRole('button', { name: 'Standards' }).click()
    await page.getByRole('spinbutton', { name: 'Travel: within, seconds' }).fill('10')
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    const travel = page.getByRole('group', { name: 'Response times' }).getByRole('row', { name: /^travel/i })
    await soon(() => travel.innerText()).toMatch(/missed/i)
  })

  test('is saved in every form', async () => {
    const page = await openReview(ATTACK)
    const begins = { JSON: '{', CSV: '\uFEFF', HTML: '<!doctype html', PDF: '%PDF-', Recording: '{' }
    for (const [format, beginning] of Object.entries(begins)) {
      const saving = page.waitForEvent('download')
      await page.getByRole('button', { name: `${format}: save as a file` }).click()
      const file = await saving
      expect(file.suggestedFilename()).toMatch(/^voyager-3\.(review|recording)\.\w+$/)
      expect(
        readFileSync(await file.path(), 'utf8')
          .toLowerCase()
          .startsWith(beginning.toLowerCase()),
      ).toBe(true)
    }
  })

  test('is what was known, for whoever may not know the truth, and can be read only by an observer', async () => {
    const page = await openPage(product, ATTACK)
    await page.evaluate(() => sessionStorage.setItem('bulkhead.identity', 'observer\nPlaisted'))
    await page.reload()
    await opened(page)
    expect(await page.getByText(/seed \d/i).count()).toBe(0)
    expect(await page.getByRole('radio', { name: 'Known aboard' }).count()).toBe(0)
    const rate = page.getByRole('button', { name: /^P:/ }).first()
    expect(await rate.getAttribute('aria-disabled')).toBe('true')
    expect(await rate.getAttribute('title')).toBe('Not for the role observer')
  })
})
