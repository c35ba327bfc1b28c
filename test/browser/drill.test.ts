import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { putToRest, SHIP } from '../support/conditions.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { PHONE } from '../support/product.ts'
import { order, readLog } from '../support/ship-over-http.ts'

const DRILL_MS = 180_000
const WALL = { viewport: { width: 1920, height: 1080 } } as const
const FIRST = { crew: 'repair-1', name: 'Repair team 1', place: '06-05' }
const SECOND = { crew: 'repair-2', name: 'Repair team 2', place: '09-04' }

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const reads = (page: Page, text: RegExp) => page.getByRole('main').filter({ hasText: text }).waitFor()
const link = (page: Page, text: RegExp) => page.getByRole('contentinfo').getByText(text).waitFor()
const cut = (page: Page, off: boolean) => page.context().setOffline(off)

/** What a text ends with if it had to wait: how long that takes depends on the machine. */
const TIME = / \(\d\d:\d\d:\d\d\)$/
const LATE_NOTE = /, written without a link: /

/** What the person of that name said, in the order of the log; without the notes that tell when. */
const said = (events: readonly RecordedEvent[], name: string): readonly string[] =>
  events
    .filter(({ by, cause }) => by.name === name && cause === null)
    .filter((event) => event.type !== 'LogRecorded' || !LATE_NOTE.test(event.text))
    .map((event) => {
      switch (event.type) {
        case 'CrewArrived':
          return 'on scene'
        case 'WorkPaced':
          return `${event.percent} %`
        case 'BreachSealed':
          return 'done'
        case 'DamageReported':
          return `${event.what}: ${event.text.replace(TIME, '')}`
        case 'LogRecorded':
          return event.text.replace(TIME, '')
        case 'CrewReady':
          return 'back'
        default:
          return event.type
      }
    })

inBrowser('a live drill with two phones and a board', () => {
  const product = startedProduct()
  beforeAll(() => putToRest(product.server.url))

  test(
    '[PHN1] [PHN2] [PHN3] loses and doubles nothing, though one phone is cut off twice and reloaded in between',
    async () => {
      const { url } = product.server
      const board = await openPage(product, '/desk', WALL)
      await board.getByRole('radio', { name: 'Reported' }).check()
      await order(url, SHIP, { type: 'SetClock', rate: 1 })
      for (const { place } of [FIRST, SECOND])
        await order(url, SHIP, { type: 'InflictBreach', compartment: place, area: 0.2 })

      const [first, second] = await openPhones()
      await sendFromBoard(board)
      await reads(first, /new job: breach[^]*06-05/i)
      await reads(second, /new job: breach[^]*09-04/i)
      expect(await second.title()).toMatch(/^● New job: Breach/)

      await press(first, /^On scene/)
      await reads(first, /on scene · 0 %/i)

      // Cut off: everything is kept, and outlives the page.
      await cut(second, true)
      await press(second, /^On scene/)
      await press(second, '50 %')
      await reportFire(second)
      await reads(second, /3 reports wait to be sent/i)
      await reads(second, /on scene · 50 % · not sent yet/i)
      await second.reload().catch(() => undefined)
      await press(first, '25 %')
      await cut(second, false)
      await second.goto(`/crew/${SECOND.crew}`)
      await reads(second, /sent from here[^]*fire at[^]*50 %[^]*on scene/i)
      await second.getByText(/^on scene · 50 %$/i).waitFor()

      // And again, for longer, without a reload: it comes back by itself.
      await cut(second, true)
      await link(second, /^offline/i)
      await press(second, '75 %')
      await writeNote(second, 'Plating is short')
      await press(second, 'Done')
      await press(second, 'Yes, done')
      await reads(second, /3 reports wait to be sent/i)
      await takeBackNote(second)
      await writeNote(second, 'Plating is fine')
      await second.waitForTimeout(LATE_MS)
      await cut(second, false)
      await reads(second, /return to/i)
      await press(second, /^Back at station/)
      await reads(second, /no job/i)

      await press(first, 'Done')
      await press(first, 'Yes, done')
      await reads(first, /return to/i)

      await boardShows(board)
      const events = await readLog(url, SHIP)
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
      expect(said(events, FIRST.name)).toEqual(['on scene', '25 %', 'done'])
      expect(said(events, SECOND.name)).toEqual([
        'on scene',
        '50 %',
        'fire: Smoke at the far end',
        '75 %',
        'done',
        'Plating is fine',
        'back',
      ])
      const notes = events.flatMap((event) => (event.type === 'LogRecorded' ? [event.text] : []))
      expect(notes.filter((text) => /B2: 75 % \d\d:\d\d:\d\d · Done \d\d:\d\d:\d\d$/.test(text))).toHaveLength(1)
      expect(notes.filter((text) => text.startsWith('Plating is fine (')).length).toBe(1)
    },
    DRILL_MS,
  )

  test('[PHN2] of a phone that changed hands without a link, the log says who wrote what', async () => {
    await order(product.server.url, SHIP, { type: 'SetClock', rate: 1 }) // a link is felt while time runs
    const before = await openPage(product, '/crew/tactical', PHONE)
    const phone = before.context()
    await reads(before, /stand by/i)
    await cut(before, true)
    await link(before, /^offline/i) // or it would still get through
    await writeNote(before, 'Smoke on deck 7')
    await reads(before, /1 report waits to be sent/i)
    await before.evaluate((ship) => localStorage.setItem(`bulkhead.phone.${ship}.tactical`, 'operations\nInes'), SHIP)
    await before.close() // left open it would send it first
    await phone.setOffline(false)
    const after = await phone.newPage()
    await after.goto('/crew/tactical')
    const notes = async () =>
      (await readLog(product.server.url, SHIP)).flatMap((event) =>
        event.type === 'LogRecorded' && event.by.name === 'Ines' ? [event.text] : [],
      )
    await expect
      .poll(notes, { timeout: SENT_MS_MAX })
      .toEqual([
        expect.stringMatching(/^Tactical team, written by Tactical team: Smoke on deck 7 \d\d:\d\d:\d\d$/),
        expect.stringMatching(/^Smoke on deck 7 \(\d\d:\d\d:\d\d\)$/),
      ])
  })

  const openPhones = async () => {
    const phones = [FIRST, SECOND].map(({ crew }) => openPage(product, `/crew/${crew}`, PHONE))
    const [first, second] = await Promise.all(phones)
    if (!first || !second) throw new Error('Two phones are needed')
    for (const phone of [first, second]) await reads(phone, /stand by/i)
    return [first, second] as const
  }
})

const LATE_MS = 10_500
const SENT_MS_MAX = 15_000

const sendFromBoard = async (board: Page) => {
  await board.getByRole('link', { name: 'Dispatch' }).click()
  const work = board.getByRole('table', { name: 'Work' })
  for (const { name, place } of [FIRST, SECOND]) {
    await work.getByRole('row').filter({ hasText: place }).getByRole('button').first().click()
    await board.getByRole('button', { name: new RegExp(`^Send ${name} to`, 'i') }).click()
  }
}

const reportFire = async (phone: Page) => {
  await press(phone, 'Damage')
  await press(phone, 'Fire')
  await phone.getByLabel('What you see, if you have time').fill('Smoke at\nthe far end')
  await press(phone, 'Send')
}

const writeNote = async (phone: Page, text: string) => {
  await press(phone, 'Note')
  await phone.getByRole('textbox', { name: 'Note' }).fill(text)
  await press(phone, 'Send')
}

const takeBackNote = async (phone: Page) => {
  await press(phone, 'Remove: Plating is short')
  await reads(phone, /2 reports wait to be sent/i)
}

const boardShows = async (board: Page) => {
  const work = board.getByRole('table', { name: 'Work' })
  for (const { place } of [FIRST, SECOND])
    await work
      .getByRole('row')
      .filter({ hasText: new RegExp(`breach[^]*${place}`, 'i') })
      .waitFor({ state: 'detached' })
  await board.getByRole('link', { name: 'Log' }).click()
  await board.getByText('Plating is fine').first().waitFor()
}
