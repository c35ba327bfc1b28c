import { expect, test } from 'vitest'
import { runTo, SHIP } from '../support/conditions.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'

inBrowser('the damage report', () => {
  const product = startedProduct()

  test('is on the screen, on paper and in a file, all of the same moment', async () => {
    await runTo(product.server.url, 40)
    const page = await openPage(product, '/report', { viewport: { width: 1366, height: 768 } })
    const report = page.getByRole('article', { name: 'Damage report' })
    await report.waitFor()
    await page.getByRole('button', { name: 'Hold this moment' }).click()
    const onScreen = await report.innerText()

    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as JSON' }).click()
    const download = await saving
    expect(download.suggestedFilename()).toBe(`${SHIP}-damage-report.json`)

    await page.emulateMedia({ media: 'print' })
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('.frame > *')]
        .filter((part) => getComputedStyle(part).display !== 'none')
        .map((part) => part.tagName),
    )
    expect(shown).toEqual(['MAIN'])
    expect((await report.innerText()).toLowerCase()).toBe(onScreen.toLowerCase())
    const ink = await report.evaluate((element) => getComputedStyle(element.querySelector('td') ?? element).color)
    expect(ink).toBe('rgb(0, 0, 0)')
  })
})
