import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { openFile } from '../support/run-pair.ts'
import { readRecording } from '../support/ship-over-http.ts'

const INCIDENT = 'voyager-3'
const AT_S = 200

const slider = (page: Page) => page.getByRole('slider', { name: 'Mission time' })
const figures = (page: Page) => page.getByRole('region', { name: 'Status' }).innerText()

inBrowser('a recording as a file', () => {
  const product = startedProduct()

  test('[RVW5] given a file that was saved of an incident, it plays as the incident itself, and is reviewed', async () => {
    const page = await openPage(product, `/replay/${INCIDENT}?t=${AT_S}`)
    await slider(page).waitFor()
    const served = await figures(page)
    await openFile(page, 'saved.json', JSON.stringify(await readRecording(product.server.url, INCIDENT, 'instructor')))
    await page.waitForURL(new RegExp(`/replay/~${INCIDENT}`))
    await slider(page).waitFor()
    await slider(page).fill(String(Number(await slider(page).getAttribute('min')) + AT_S * 1000))
    await expect.poll(() => figures(page), { timeout: 10_000 }).toBe(served)
    await page.getByRole('link', { name: 'Review', exact: true }).last().click()
    await page.getByRole('heading', { name: 'The third attack' }).waitFor()
  })

  test('what is no recording is told in plain words, and the replay stays', async () => {
    const page = await openPage(product, `/replay/${INCIDENT}`)
    await slider(page).waitFor()
    const whole = await readRecording(product.server.url, INCIDENT, 'observer')
    const wrong = [
      ['a picture', /is not a recording of Bulkhead/],
      [JSON.stringify({ ...whole, schema: 'bulkhead/recording@2' }), /saved by a newer Bulkhead/],
      [JSON.stringify({ schema: 'bulkhead/ship@1' }), /This is a ship file/],
      [JSON.stringify({ ...whole, events: whole.events.slice(1) }), /damaged/],
    ] as const
    for (const [content, told] of wrong) {
      await openFile(page, 'wrong.json', content)
      await page.getByRole('main').getByText(told).waitFor()
    }
    expect(await slider(page).isVisible()).toBe(true)
  })

  test('is gone with the page, and says so', async () => {
    const page = await openPage(product, `/replay/~${INCIDENT}`)
    await page.getByRole('main').getByText('It was opened from a file').waitFor()
    await page.getByText('Recorded incidents').waitFor()
  })
})
