import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { dragAlong, pressOn } from '../support/hands.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { PHONE } from '../support/product.ts'

const FIRST_MINUTE_MS = 60_000
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const visit = (page: Page, view: string) => page.getByRole('link', { name: view }).click()
/** Waits until the text of an element is, or has become, what is expected. */
const reads = (page: Page, name: string, text: RegExp) => region(page, name).filter({ hasText: text }).waitFor()

inBrowser('a newcomer, within a minute of the first start', () => {
  const product = startedProduct()

  test(
    'sees the attack unfold, orders, and replays an earlier one',
    async () => {
      const page = await openPage(product, '/')

      // The attack unfolds.
      await page.getByRole('banner').getByText('Condition red').waitFor()
      await reads(page, 'Alarms', /hull breach/i)
      await region(page, 'Alarms').getByRole('button', { name: '04-06' }).first().waitFor()
      expect(await page.locator('main').count()).toBe(1)

      // Raises a field where there is none: by pointer.
      await region(page, 'Alarms').getByRole('button', { name: '04-06' }).first().click()
      await page.getByRole('button', { name: 'Raise force field 04-06' }).click()
      await page.getByRole('button', { name: 'Lower force field 04-06' }).waitFor()

      await sendByPointer(page)
      await sendByKeyboard(page)
      await sendByTouch(await openPage(product, '/', PHONE))
      await bringToBed(page)
      await readWhyOnlyThrusters(page)
      await seeCrewFinish(page)
      await scrubAnEarlierAttack(page)

      // Said, not judged: how fast this machine is today is no fault of the product.
      const tookS = Math.round((Date.now() - product.server.spawnedMs) / 1000)
      console.info(`All this was done ${tookS} s after the server was started; the goal is a minute.`)
    },
    3 * FIRST_MINUTE_MS,
  )
})

const sendByPointer = async (page: Page) => {
  await region(page, 'Alarms')
    .getByRole('button', { name: /^Send crew to Navigational deflector/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /^Send .+ to Navigational deflector$/ })
    .first()
    .click()
  await reads(page, 'Crews', /en route[^]*navigational deflector/i)
}

const sendByKeyboard = async (page: Page) => {
  await pressOn(page, page.getByRole('link', { name: 'Dispatch' }))
  const work = page.getByRole('table', { name: 'Work' })
  const breach = work.getByRole('row').filter({ hasText: '04-06' }).getByRole('button')
  const task = await breach.innerText()
  await pressOn(page, breach)
  await pressOn(page, page.getByRole('button', { name: new RegExp(`^Send .+ to ${task}$`, 'i') }).first())
  await reads(page, 'Crews', new RegExp(`en route[^]*${task}`, 'i'))
}

const sendByTouch = async (page: Page) => {
  await region(page, 'Alarms')
    .getByRole('button', { name: /^Send crew to Impulse engines/ })
    .first()
    .tap()
  await page
    .getByRole('button', { name: /^Send .+ to Impulse engines$/ })
    .first()
    .tap()
  await reads(page, 'Crews', /en route[^]*impulse engines/i)
  await page.close()
}

const bringToBed = async (page: Page) => {
  await visit(page, 'Casualties')
  await page.getByRole('button', { name: /^C1 / }).click()
  await page.keyboard.press('1')
  await page.getByRole('row', { name: /^Immediate C1 / }).waitFor()
  await page.getByRole('button', { name: /^Beam C1 .+ to a bed$/ }).click()
  await reads(page, 'Beds', /C1 /)
}

const readWhyOnlyThrusters = async (page: Page) => {
  await visit(page, 'Board')
  const propulsion = region(page, 'Systems').getByRole('group').filter({ hasText: 'Propulsion' })
  await propulsion.getByText('Thrusters only').click()
  await propulsion
    .getByText(/impulse engines/i)
    .first()
    .waitFor()
  await propulsion
    .getByText(/navigational deflector/i)
    .first()
    .waitFor()
  await propulsion
    .getByText(/^Repair Impulse engines/i)
    .first()
    .waitFor()
}

const seeCrewFinish = async (page: Page) => {
  await visit(page, 'Desk')
  await page.getByRole('radio', { name: '16×' }).check()
  await visit(page, 'Dispatch')
  await reads(page, 'Crews', /working/i)
  // The breach at 04-06 is sealed, and its crew goes home.
  await page
    .getByRole('table', { name: 'Work' })
    .getByRole('row')
    .filter({ hasText: /breach[^]*04-06/i })
    .waitFor({ state: 'detached' })
  await reads(page, 'Crews', /returning/i)
}

const scrubAnEarlierAttack = async (page: Page) => {
  await visit(page, 'Replay')
  await page.getByRole('link', { name: 'Open The third attack' }).click()
  const slider = page.getByRole('slider', { name: 'Mission time' })
  const title = page.getByRole('heading', { level: 1 })
  await title.filter({ hasText: /replay t\+00:00:00/i }).waitFor()

  await dragAlong(page, slider, 0, 0.5)
  await title.filter({ hasText: /replay t\+00:0[56]/i }).waitFor()
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^[56] min.*, Hit H\d+$/)
  expect(new URL(page.url()).searchParams.get('t')).toMatch(/^3\d\d/)
  await slider.press('Home')
  await page.getByRole('button', { name: 'Next hit' }).click()
  await reads(page, 'Log', /hit h1 /i)

  await page.getByRole('button', { name: 'Play' }).click()
  await page.getByRole('button', { name: 'Pause' }).click()
  expect(await page.getByRole('button', { name: /^Send|^Raise|^Ack/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'Live' }).click()
  await page.waitForURL('/')
}
