import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { SCREENS, SHIP } from '../support/conditions.ts'
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
    await page.getByLabel('Your name').fill(name)
    expect(page.url(), 'the token has left the address bar').not.toContain('#')
    await page.getByRole('button', { name: 'Come in' }).click()
    await page.getByRole('heading', { level: 1, name: 'Damage control' }).waitFor()
    return page
  }
  /** One session for the tests of this file, as the link works once. */
  let desk: Page

  test(
    'is entered by link and by PIN, and left at once by whoever is sent away',
    async () => {
      const [startLink = ''] = /http\S+\/join#\S+/.exec(product.server.output()) ?? []
      desk = await comeInBy(startLink, 'Ines')
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

      const operator = await comeInBy(link, 'Omar')
      await operator.goto('/desk')
      await operator.getByRole('main').getByText('Omar · operations · all ships').waitFor()
      await offersNothingBeyond(operator)

      const guest = await comeTo('/', PHONE)
      await guest.getByRole('heading', { level: 1, name: 'Come in' }).waitFor()
      expect(await violations(guest), 'the door').toEqual([])
      await askByPin(guest, pin === '000 000' ? '000001' : '000000')
      await guest.getByRole('main').getByText('That PIN does not work').waitFor()
      await askByPin(guest, pin)
      await guest.getByRole('main').getByText('Waiting for the instructor to admit you').waitFor()
      expect(await violations(guest), 'waiting').toEqual([])
      await desk.getByRole('listitem').getByText('Gus waits at the door: see the desk').waitFor()
      await access.getByRole('button', { name: 'Admit Gus' }).click()
      await guest.getByRole('heading', { level: 1, name: 'Damage control' }).waitFor()

      await operator.goto('/')
      await operator.getByRole('button', { name: /^Sound/ }).waitFor()
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
      await Promise.all([operator.close(), guest.close()])
    },
    ALL_OF_IT_MS,
  )

  test(
    'lets every screen work under its policy',
    async () => {
      for (const path of Object.values(SCREENS)) {
        await desk.goto(path)
        await desk.locator('main section').first().waitFor()
      }
      expect(breaches).toEqual([])
    },
    ALL_OF_IT_MS,
  )

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

const askByPin = async (page: Page, pin: string): Promise<void> => {
  await page.getByLabel('PIN').fill(pin)
  await page.getByLabel('Your name').fill('Gus')
  await page.getByRole('button', { name: 'Come in' }).tap()
}

/** To operations the desk shows what instructors do, and lets them do none of it. */
const offersNothingBeyond = async (page: Page): Promise<void> => {
  expect(await page.getByRole('region', { name: 'People and access' }).count()).toBe(0)
  expect(await page.getByRole('radio', { name: 'captain' }).count()).toBe(0)
  for (const name of ['Restore ship', 'Start scenario', 'Stop scenario', 'Open incident', 'Close incident'])
    for (const button of await page.getByRole('button', { name }).all())
      expect(await button.getAttribute('aria-disabled'), name).toBe('true')
}

/** Asks the server as the page does, and insists on a yes. */
const tell = async (page: Page, path: string, body: object): Promise<unknown> => {
  const [ok, answer] = await page.evaluate(
    async ([path, body]) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      return [response.ok, (await response.json()) as unknown] as const
    },
    [path, body] as const,
  )
  if (!ok) throw new Error(`${path} answered ${JSON.stringify(answer)}`)
  return answer
}
