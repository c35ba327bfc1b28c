import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { runTo, SHIP } from '../support/conditions.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { differingShare } from '../support/pixels.ts'
import type { Product } from '../support/product.ts'
import { readIncidents, readShip } from '../support/ship-over-http.ts'

/** As wide as a laptop, and so high that all of the board is on the screen at once. */
const TALL = { viewport: { width: 1366, height: 2200 }, bypassCSP: true } as const
const MOMENT_S = 75
const LATER_S = 110
const SETTLE_MS = 1_500
/** Where letters are smoothed otherwise. */
const DIFFERING_MOST = 0.001
const PICTURED = ['Status', 'Ship', 'Alarms', 'Crews', 'Casualties', 'Systems'] as const
const FOLDER = join('.cache', 'replayed')

/** What one can do is not there in a replay, and leaves its place to the words beside it. */
const WITHOUT_ORDERS = `
  .action, .head button, .head .sound, ul ~ a, ul ~ p { display: none !important }
`

const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

/** A picture of each region; the whole page is kept in a folder to look at. */
const photograph = async (page: Page, as: string): Promise<readonly Buffer[]> => {
  for (const name of [...PICTURED, 'Log']) await region(page, name).waitFor()
  await page.waitForTimeout(SETTLE_MS)
  mkdirSync(FOLDER, { recursive: true })
  await page.screenshot({ path: join(FOLDER, `${as}.png`), animations: 'disabled' })
  await page.addStyleTag({ content: WITHOUT_ORDERS })
  const pictures: Buffer[] = []
  for (const name of PICTURED) {
    await region(page, name).evaluate(putInPlace)
    const path = join(FOLDER, `${name}-${as}.png`)
    pictures.push(await region(page, name).screenshot({ path, animations: 'disabled' }))
    await region(page, name).evaluate(putBack)
  }
  return pictures
}

/** Runs in the page: the same place on the screen, for what stands above is of another height in a replay. */
const putInPlace = (element: HTMLElement | SVGElement): void => {
  const { width, height } = element.getBoundingClientRect()
  element.style.cssText = `position: fixed; z-index: 9; top: 0; left: 0; width: ${Math.round(width)}px; height: ${Math.ceil(height)}px; background: var(--void)`
}
const putBack = (element: HTMLElement | SVGElement): void => {
  element.style.cssText = ''
}

inBrowser('the board and its replay', () => {
  const product = startedProduct()

  test('[RVW9] given a moment of a live attack, its replay is the same picture', async () => {
    const { url } = product.server
    await runTo(url, MOMENT_S)
    const { at } = await readShip(url, SHIP)
    const board = await openPage(product, '/', TALL)
    const live = await photograph(board, 'live')
    const said = await logOf(board)
    await runTo(url, LATER_S)

    const replay = await openReplayAt(product, at)
    const replayed = await photograph(replay, 'replayed')
    for (const [i, name] of PICTURED.entries()) {
      const share = await differingShare(replay, live[i] ?? Buffer.of(), replayed[i] ?? Buffer.of())
      expect(share, `${name}: see ${FOLDER}`).toBeLessThan(DIFFERING_MOST)
    }
    // That the clock went on is of the same instant, and was not yet so on the board.
    expect((await logOf(replay)).slice(1)).toEqual(said.slice(0, -1))
  })
})

const logOf = (page: Page): Promise<readonly string[]> => region(page, 'Log').getByRole('listitem').allInnerTexts()

/** An address has tenths of a second: from the one before, event by event. */
const openReplayAt = async (product: Product, at: number): Promise<Page> => {
  const incident = (await readIncidents(product.server.url, SHIP)).at(-1)
  if (!incident) throw new Error('There was no attack')
  const shortlyBefore = Math.floor((at - incident.openedAt) / 100) / 10
  const page = await openPage(product, `/replay/${incident.id}?t=${shortlyBefore}`, TALL)
  const slider = page.getByRole('slider', { name: 'Mission time' })
  while (Number(await slider.inputValue()) < at) await page.keyboard.press('Alt+ArrowRight')
  expect(Number(await slider.inputValue())).toBe(at)
  return page
}
