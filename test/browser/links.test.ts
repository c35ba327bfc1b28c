import type { Page, WebSocketRoute } from 'playwright-core'
import { expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { SHIP } from '../support/conditions.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { PHONE } from '../support/product.ts'
import { order, readLog } from '../support/ship-over-http.ts'

const foot = (page: Page) => page.getByRole('contentinfo')
/** The band under the frame's head; the page has another region for what is only to be heard. */
const notice = (page: Page) => page.getByRole('status').and(page.locator('.service')).filter({ hasText: /\w/ })
const live = (page: Page) => foot(page).getByText(/^live/i).waitFor()

/** What the server says is passed on; `cut` keeps back what it answers, and what is said by it is said by the test. */
class Between {
  cut = false
  #page: WebSocketRoute | null = null

  static async of(page: Page): Promise<Between> {
    const between = new Between()
    await page.routeWebSocket(/socket\.io/, (socket) => {
      between.#page = socket
      const server = socket.connectToServer()
      server.onMessage((message) => {
        if (!between.cut || !String(message).startsWith('43')) socket.send(message)
      })
    })
    return between
  }

  service(state: 'ready' | 'readOnly', since: string): void {
    this.#page?.send(`42${JSON.stringify(['service', { state, since, backInMs: null }])}`)
  }
}

const REASON = { seq: 412, reason: 'its type is not known to this version' }

/** As a server answers that cannot fold the ship's log. */
const quarantine = async (page: Page): Promise<void> => {
  await page.route('**/api/v1/ships', async (route) => {
    const ships = (await (await route.fetch()).json()) as { id: string }[]
    await route.fulfill({ json: ships.map((one) => (one.id === SHIP ? { ...one, quarantined: REASON } : one)) })
  })
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      const [, id, ship] = /^42(\d+)\["watch",{"ship":"([^"]+)"/.exec(String(message)) ?? []
      if (ship !== SHIP) return server.send(message)
      const error = { code: 'Quarantined', detail: `Ship ${SHIP} is in quarantine, and can only be read.`, ...REASON }
      socket.send(`43${id}${JSON.stringify([{ ok: false, error }])}`)
    })
  })
}

inBrowser('a dashboard and its link', () => {
  const product = startedProduct()

  /** A page on which something was recorded; the answer to that got lost. */
  const recordUnanswered = async (text: string): Promise<Page> => {
    const page = await openPage(product, 'about:blank')
    const between = await Between.of(page)
    await page.goto('/log')
    await live(page)
    between.cut = true
    await page.getByRole('textbox', { name: 'Log entry' }).fill(text)
    await page
      .getByRole('button', { name: /record/i })
      .first()
      .click()
    await expect.poll(() => readLog(product.server.url, SHIP).then((log) => JSON.stringify(log))).toContain(text)
    between.cut = false
    return page
  }

  test('[LOG6] given a ship in quarantine, her screen says what is wrong and what to do, and replays what was over before', async () => {
    const page = await openPage(product, 'about:blank')
    await quarantine(page)
    await page.goto(`/?ship=${SHIP}`)
    const main = page.getByRole('main')
    await main.getByText(/is in quarantine, and can only be read/).waitFor()
    await main
      .getByRole('region', { name: 'What the operator can do' })
      .getByText(/verify/)
      .waitFor()
    expect(await main.getByRole('link', { name: 'from the first that does not fold' }).getAttribute('href')).toContain(
      '411',
    )
    expect(await violations(page)).toEqual([])
    await main
      .getByRole('link', { name: /^Open / })
      .first()
      .click()
    await page.getByRole('slider').first().waitFor()
    await page.goto('/desk?ship=petrel')
    await page.getByRole('option', { name: /in quarantine/ }).waitFor({ state: 'attached' })
  })

  test('[SRV25] given an address that nobody has, the page says so, and the rail leads on', async () => {
    const page = await openPage(product, '/dispath')
    await page.getByRole('main').getByText('No such screen').waitFor()
    expect(await page.locator('[aria-current]').count()).toBe(0)
    expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: 'Dispatch' }).click()
    await page.getByRole('table', { name: 'Work' }).waitFor()
  })

  test('[LNK3] given a page that is loaded anew with an order unanswered, the order is asked again and its outcome told', async () => {
    const page = await recordUnanswered('Told before the reload')
    await page.reload()
    await page.getByText('Your earlier order was carried out: Recorded').first().waitFor()
    const log = await readLog(product.server.url, SHIP)
    expect(log.filter((event) => event.type === 'LogRecorded' && event.text === 'Told before the reload')).toHaveLength(
      1,
    )
  })

  test('[LNK7] given an order unanswered and somebody else at the tab, they are told of it, and it is not asked again in their name', async () => {
    const page = await recordUnanswered('Told by the one before')
    await page.getByRole('link', { name: 'Desk' }).click()
    await page.getByRole('radio', { name: 'captain' }).check()
    await page.getByText('1 order of instructor had no answer').first().waitFor()
    await live(page)
    await page.reload()
    await live(page)
    const log = await readLog(product.server.url, SHIP)
    const told = log.filter((event) => event.type === 'LogRecorded' && event.text === 'Told by the one before')
    expect(told.map(({ by }) => by.role)).toEqual(['instructor'])
  })

  test('at the desk what was chosen is shown until the ship has it or it is refused, whatever happens meanwhile', async () => {
    const page = await openPage(product, 'about:blank')
    let refuse = (_detail: string): void => undefined
    await page.routeWebSocket(/socket\.io/, (socket) => {
      const server = socket.connectToServer()
      socket.onMessage((message) => {
        const [, id] = /^42(\d+)\["command",.*"SetClock"/.exec(String(message)) ?? []
        if (id === undefined) return server.send(message)
        refuse = (detail) =>
          socket.send(`43${id}${JSON.stringify([{ ok: false, error: { code: 'NotPermitted', detail } }])}`)
      })
    })
    await page.goto('/desk')
    await live(page)
    const rate = (name: string) => page.getByRole('radio', { name, exact: true })
    await rate('1×').and(page.locator(':checked')).waitFor({ state: 'attached' })
    await rate('4×').check()
    await order(product.server.url, SHIP, { type: 'SetAlert', condition: 'yellow' })
    await page.getByRole('banner').getByText('Condition yellow').waitFor()
    expect(await rate('4×').isChecked()).toBe(true)
    refuse('Not at this hour')
    await page.getByText('Not at this hour').first().waitFor()
    expect(await rate('1×').isChecked()).toBe(true)
  })

  test('[LNK5] given a server that can only be read, every screen says so, since when, and says it no more', async () => {
    const page = await openPage(product, 'about:blank')
    const between = await Between.of(page)
    await page.goto('/')
    await live(page)
    const acknowledge = page.getByRole('button', { name: /^Ack / }).first()
    await acknowledge.waitFor()
    between.service('readOnly', '2026-11-23T12:00:00.000Z')
    await notice(page).getByText('Read-only').waitFor()
    expect(await notice(page).innerText()).toMatch(/disk is full[^]*since \d\d:00:00/i)
    expect(await acknowledge.getAttribute('aria-disabled')).toBe('true')
    expect(await acknowledge.getAttribute('title')).toContain('disk is full')
    expect(await violations(page)).toEqual([])
    const [before, frame] = [await foot(page).boundingBox(), page.viewportSize()]
    expect(Math.round((before?.y ?? 0) + (before?.height ?? 0))).toBeLessThanOrEqual(frame?.height ?? 0)

    between.service('ready', '2026-11-23T12:05:00.000Z')
    await notice(page).waitFor({ state: 'detached' })
    expect(await acknowledge.getAttribute('aria-disabled')).toBeNull()
  })

  test('[LNK4] given a stop, screens say that the server is restarting, and go on by themselves when it is back', async () => {
    const page = await openPage(product, '/')
    const phone = await openPage(product, '/crew/repair-1', PHONE)
    await Promise.all([live(page), live(phone)])
    await order(product.server.url, SHIP, { type: 'RecordLog', text: 'Before the stop' })
    expect(await product.server.terminate()).toBe(0)
    await Promise.all([page, phone].map((one) => notice(one).getByText('The server is restarting').waitFor()))
    await foot(page)
      .getByText(/^restarting/i)
      .waitFor()
    await product.startServer()
    await Promise.all([live(page), live(phone)])
    expect(await notice(page).count()).toBe(0)
  })
})
