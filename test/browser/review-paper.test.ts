import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { inBrowser } from '../support/in-browser.ts'
import { pagesOf } from '../support/pdf-pages.ts'
import { LAPTOP, launchBrowser, PHONE } from '../support/product.ts'
import { reviewOfAttack } from '../support/review-of-attack.ts'
import { emptyFolder, PAPERS, PRANK, pranked, writePapers } from '../support/review-papers.ts'

const FOLDER = join(PAPERS, 'in-browser')

inBrowser('a review as one HTML file', () => {
  let browser: Browser
  /** What the pages complained of, ran, or asked anybody for. */
  const unwanted: string[] = []

  const open = async (name: string, options: Parameters<Browser['newContext']>[0]): Promise<Page> => {
    const page = await (await browser.newContext(options)).newPage()
    const url = pathToFileURL(resolve(FOLDER, `${name}.html`)).href
    page.on('console', (message) => unwanted.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', ({ message }) => unwanted.push(message))
    page.on('dialog', (dialog) => unwanted.push(`dialog: ${dialog.message()}`))
    page.on('request', (request) => {
      if (request.url() !== url && !request.url().startsWith('data:')) unwanted.push(request.url())
    })
    await page.goto(url)
    return page
  }

  beforeAll(async () => {
    const attack = reviewOfAttack('voyager-attack-3', 'voyager-attack-4')
    emptyFolder(FOLDER)
    await writePapers(FOLDER, 'review', attack)
    await writePapers(FOLDER, 'prank', { ...attack, review: pranked(attack.review) })
    browser = await launchBrowser(process.env.CHROMIUM ?? '')
  })

  afterAll(async () => {
    await browser.close()
    expect(unwanted).toEqual([])
  })

  test('opens from the disk, breaks no accessibility rule, and shows its own faces', async () => {
    const page = await open('review', LAPTOP)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('The fourth attack')
    expect(
      await page.evaluate(() => document.fonts.check('16px Antonio') && document.fonts.check('16px "Source Sans 3"')),
    ).toBe(true)
    await page.screenshot({ path: join(FOLDER, 'review.png'), fullPage: true })
    expect(await violations(page)).toEqual([])
  })

  test('is no wider than a phone', async () => {
    const page = await open('review', PHONE)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    expect(await violations(page)).toEqual([])
  })

  test('prints on paper with all that is in its widest table', async () => {
    const page = await open('review', LAPTOP)
    const printed = await pagesOf(await page.pdf({ preferCSSPageSize: true }), 1)
    expect(printed.length).toBeLessThan(30)
    const text = printed.map((each) => each.text).join(' ')
    for (const title of await page.locator('th').allInnerTexts()) expect(text).toContain(title)
  })

  test('[RVW8] given names that are markup, templates and formulas, shows them as they were written', async () => {
    const page = await open('prank', LAPTOP)
    const shown = PRANK.slice(0, PRANK.indexOf('\u202e')).trim()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(shown)
    expect(await page.locator('script').count()).toBe(0)
    expect(await page.locator('td', { hasText: shown }).count()).toBeGreaterThan(10)
    await page.screenshot({ path: join(FOLDER, 'prank.png') })
  })
})
