import type { BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { SCREENS, SHIP } from '../support/conditions.ts'
import { askByPin, comeInAs, startLinkOf, tell } from '../support/guarded.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { LAPTOP, PHONE } from '../support/product.ts'

const ORDERS = `/ships/${SHIP}/commands`
const ALL_OF_IT_MS = 120_000

inBrowser('a guarded server', () => {
  const product = startedProduct({ BULKHEAD_ACCESS: 'guarded' })
  /** Content security policy: what pages did that it forbids. */
  const breaches: string[] = []
  afterAll(() => expect(breaches, 'breaches of the content security policy').toEqual([]))

  const comeTo = async (path: string, options: BrowserContextOptions = LAPTOP): Promise<Page> => {
    const page = await openPage(product, 'about:blank', options)
    await page.exposeFunction('breached', (what: string) => breaches.push(what))
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
        (window as unknown as { breached: (what: string) => void }).breached(
          `${violatedDirective} ${blockedURI} ${sourceFile}`,
        ),
      ),
    )
    await page.goto(product.server.url + path)
    return page
  }
  const comeInBy = async (link: string, name: string): Promise<Page> => {
    const page = await comeTo(new URL(link).pathname + new URL(link).hash)
    await page.getByLabel('Your name').waitFor()
    expect(page.url(), 'the token has left the address bar').not.toContain('#')
    await comeInAs(page, name)
    return page
  }
  /** One session for the tests of this file, as the link works once. */
  let instructor: BrowserContextOptions['storageState']

  test(
    'is entered by link and by PIN, and left at once by whoever is sent away',
    async () => {
      const desk = await comeInBy(startLinkOf(product.server), 'Ines')
      await tell(desk, ORDERS, { id: 'stand-still', type: 'SetClock', rate: 0 })
      await desk.goto('/desk')
      const access = desk.getByRole('region', { name: 'People and access' })
      await access.getByRole('button', { name: 'Make invitation' }).click()
      const made = access.getByRole('region', { name: 'New invitation' })
      const link = await made.getByRole('textbox', { name: 'Link' }).inputValue()
      const pin = await made.getByText(/^\d{3} \d{3}$/).innerText()
      await made.getByRole('img', { name: 'QR code of the link' }).waitFor()
      expect(await violations(desk), 'the desk').toEqual([])

      await made.getByRole('button', { name: 'Show to the room' }).click()
      await desk.getByRole('dialog').getByText(pin).waitFor()
      await desk.keyboard.press('Escape')
      await desk.getByRole('link', { name: 'Board' }).click()
      await desk.getByRole('region', { name: 'Casualties' }).waitFor()
      await desk.getByRole('link', { name: 'Desk' }).click()
      expect(await made.getByRole('textbox', { name: 'Link' }).inputValue(), 'after a look at the board').toBe(link)

      const operator = await comeInBy(link, 'Omar')
      await operator.goto('/desk')
      await operator.getByRole('main').getByText('Omar · operations · all ships').waitFor()
      await offersNothingBeyond(operator)

      const guest = await comeTo('/', PHONE)
      await guest.getByRole('heading', { level: 1, name: 'Come in' }).waitFor()
      expect(await violations(guest), 'the door').toEqual([])
      await askByPin(guest, pin === '000 000' ? '000001' : '000000', 'Gus')
      await guest.getByRole('main').getByText('That PIN does not work').waitFor()
      expect(await isFocused(guest.getByLabel('PIN')), 'the PIN is to be given again').toBe(true)
      await askByPin(guest, pin, 'Gus')
      await guest.getByRole('main').getByText('Waiting for the instructor to admit you').waitFor()
      expect(await violations(guest), 'waiting').toEqual([])
      await desk.getByRole('region', { name: 'Ship' }).scrollIntoViewIfNeeded()
      const admit = desk
        .getByRole('group', { name: 'Waiting to be admitted' })
        .getByRole('button', { name: 'Admit Gus' })
      await admit.waitFor()
      expect(await admit.evaluate(isOnScreen), 'who waits is to be seen wherever the desk is scrolled to').toBe(true)
      expect(await violations(desk), 'the desk with somebody at the door').toEqual([])
      await admit.click()
      await desk.getByRole('listitem').getByText('Gus is in').waitFor()
      await guest.getByRole('heading', { level: 1, name: 'Damage control' }).waitFor()

      await operator.goto('/')
      await operator.getByRole('button', { name: /^Sound/ }).waitFor()
      await operator.getByRole('region', { name: 'Casualties' }).waitFor()
      await operator.waitForLoadState('networkidle')
      await operator.context().setOffline(true)
      await operator.keyboard.press('s')
      await access.getByRole('button', { name: 'Send away Omar' }).click()
      const startedMs = Date.now()
      await desk.getByRole('button', { name: 'Yes, Send away' }).click()
      await operator.context().setOffline(false)
      await operator.getByRole('main').getByText('You are not in').waitFor()
      await operator.getByRole('main').getByText('1 order without an answer').waitFor()
      console.info(`Whoever was sent away saw the door after ${Date.now() - startedMs} ms.`)
      await access.getByRole('button', { name: 'Send away Omar' }).waitFor({ state: 'detached' })
      instructor = await desk.context().storageState()
    },
    ALL_OF_IT_MS,
  )

  test(
    'lets every screen work under its policy',
    async () => {
      const page = await comeTo('/', { ...LAPTOP, ...(instructor && { storageState: instructor }) })
      await page.getByRole('heading', { level: 1, name: 'Damage control' }).waitFor()
      for (const path of Object.values(SCREENS)) {
        await page.goto(path)
        await page.locator('main section').first().waitFor()
      }
      expect(breaches).toEqual([])
    },
    ALL_OF_IT_MS,
  )

  test('is a door at a wrong address too', async () => {
    const page = await comeTo('/dispath')
    await page.getByRole('heading', { level: 1, name: 'Come in' }).waitFor()
  })

  test('runs no script that stands in the page itself', async () => {
    const page = await openPage(product, '/join', LAPTOP)
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      try {
        script.textContent = 'window.taken = 1'
      } catch {
        return false // Trusted Types
      }
      document.body.append(script)
      return 'taken' in window
    })
    expect(ran).toBe(false)
    await page.close()
  })
})

const isFocused = (field: Locator): Promise<boolean> => field.evaluate((element) => element === document.activeElement)

const isOnScreen = (element: Element): boolean => {
  const { left, top, width, height } = element.getBoundingClientRect()
  return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
}

/** To operations the desk shows what instructors do, and lets them do none of it. */
const offersNothingBeyond = async (page: Page): Promise<void> => {
  expect(await page.getByRole('region', { name: 'People and access' }).count()).toBe(0)
  expect(await page.getByRole('radio', { name: 'captain' }).count()).toBe(0)
  for (const name of ['Restore ship', 'Start scenario', 'Stop scenario', 'Open incident', 'Close incident'])
    for (const button of await page.getByRole('button', { name }).all())
      expect(await button.getAttribute('aria-disabled'), name).toBe('true')
}
