import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { putToRest, SHIP } from '../support/conditions.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { order } from '../support/ship-over-http.ts'

const BREACHED = '07-04'
const ANOTHER = '09-05'
const alarms = (page: Page) => page.getByRole('region', { name: 'Alarms', exact: true })
const button = (page: Page, name: string | RegExp) => alarms(page).getByRole('button', { name, exact: true })

/** Every tone the page begins, by its pitch in Hz. */
const listen = (page: Page) =>
  page.addInitScript(() => {
    const heard: number[] = []
    Object.assign(window, { heard })
    const start = Object.getOwnPropertyDescriptor(AudioScheduledSourceNode.prototype, 'start')?.value as (
      when?: number,
    ) => void
    OscillatorNode.prototype.start = function (when) {
      heard.push(this.frequency.value)
      start.call(this, when)
    }
  })
const heardIn = (page: Page) => page.evaluate(() => (window as unknown as { heard: number[] }).heard.splice(0))
const hears = (page: Page, hz: number) =>
  page.waitForFunction((pitch) => (window as unknown as { heard: number[] }).heard.includes(pitch), hz)

inBrowser('alarms', () => {
  const product = startedProduct()
  const breach = (compartment: string) =>
    order(product.server.url, SHIP, { type: 'InflictBreach', compartment, area: 0.01 })

  beforeAll(async () => {
    await putToRest(product.server.url)
    await order(product.server.url, SHIP, { type: 'SetClock', rate: 1 })
  })
  beforeEach(() => order(product.server.url, SHIP, { type: 'RestoreShip' }))

  test('are heard once asked for, silenced everywhere by one key, and a new one is heard at once', async () => {
    await breach(BREACHED)
    const page = await openPage(product, 'about:blank')
    await listen(page)
    await page.goto('/')
    const other = await openPage(product, '/')
    await button(other, 'Silence all alarms').waitFor()
    await button(page, 'Silence all alarms').waitFor()
    expect(await heardIn(page)).toEqual([])

    await button(page, 'Sound off').click()
    await button(page, 'Sound on').waitFor()
    await hears(page, 880)
    await page.keyboard.press('s')
    await button(other, 'Silence all alarms').waitFor({ state: 'detached' })
    await button(page, 'Silence all alarms').waitFor({ state: 'detached' })
    await heardIn(page)
    await breach(ANOTHER)
    await hears(page, 880)
    await page.reload()
    await button(page, /^Sound (on|: press a key)$/).waitFor()
  })

  test('are put on the shelf with a reason, and taken back', async () => {
    await order(product.server.url, SHIP, { type: 'DamageSystem', system: 'transporters', to: 40 })
    const page = await openPage(product, '/')
    await button(page, /40 %$/).click()
    const card = page.getByRole('dialog')
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await card.getByLabel('Shelve for, minutes').fill('20')
    await card.getByLabel('Reason').fill('Spare part on its way')
    await card.getByRole('button', { name: 'Shelve' }).click()

    await button(page, 'Shelf, alarms on it: 1').click()
    await page.getByRole('dialog').getByText('Spare part on its way').waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Take back/ })
      .click()
    await page.getByRole('dialog').getByText('Nothing on the shelf').waitFor()
    await page.keyboard.press('Escape')
    await button(page, /40 %$/).waitFor()
  })

  test('show what follows from them when asked', async () => {
    await breach(BREACHED)
    await order(product.server.url, SHIP, {
      type: 'ReportDamage',
      compartment: BREACHED,
      what: 'fire',
      text: 'Smoke',
    })
    const page = await openPage(product, '/')
    await button(page, /^\+1 that follow from Hull breach/).click()
    await alarms(page).getByText('Unconfirmed report').waitFor()
    await button(page, 'Figures of the alarms').click()
    await page.getByRole('dialog').getByRole('table', { name: 'Raised most often' }).waitFor()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })
})
