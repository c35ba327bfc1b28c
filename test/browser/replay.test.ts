import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violations } from '../support/axe.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'
import { PHONE } from '../support/product.ts'

const ATTACK = '/replay/voyager-3'

const slider = (page: Page) => page.getByRole('slider', { name: 'Mission time' })
/** Seconds since the attack began, as the title says them. */
const seconds = async (page: Page): Promise<number> => {
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  const [hours = 0, minutes = 0, rest = 0] = /T\+(\d+):(\d+):(\d+)/i.exec(title)?.slice(1).map(Number) ?? []
  return hours * 3600 + minutes * 60 + rest
}
const parameter = (page: Page, name: string) => soon(() => new URL(page.url()).searchParams.get(name))
const screenNamed = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
/** What will be so in a while, even where other work slows the browser down. */
const soon = <Value>(read: () => Value) => expect.poll(read, { timeout: 10_000 })
const standsAt = (page: Page, expected: number) => soon(() => seconds(page)).toBe(expected)

inBrowser('a replay', () => {
  const product = startedProduct()

  test('opens where its address points, and Back undoes a jump', async () => {
    const page = await openPage(product, `${ATTACK}?t=100`)
    await slider(page).waitFor()
    await standsAt(page, 100)
    await page.keyboard.press('5')
    await standsAt(page, 360)
    await soon(() => new URL(page.url()).searchParams.get('t')).toBe('360')
    await page.goBack()
    await standsAt(page, 100)
  })

  test('obeys the keys of a player, wherever the focus is', async () => {
    const page = await openPage(product, `${ATTACK}?t=100`)
    await slider(page).waitFor()
    for (const focus of ['the page', 'the slider']) {
      if (focus === 'the slider') await slider(page).focus()
      await page.keyboard.press('Home')
      await standsAt(page, 0)
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('ArrowRight')
      await standsAt(page, 35)
      await page.keyboard.press('Shift+ArrowLeft')
      await standsAt(page, 5)
      await page.keyboard.press("'")
      await soon(() => slider(page).getAttribute('aria-valuetext')).toMatch(/Hit H1$/)
      await page.keyboard.press('.')
      await page.keyboard.press(',')
      await page.keyboard.press('9')
      await standsAt(page, 648)
    }
  })

  test('plays, faster with every L, and backward with J', async () => {
    const page = await openPage(product, `${ATTACK}?t=60`)
    await slider(page).waitFor()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    for (let presses = 0; presses < 5; presses++) await page.keyboard.press('l')
    await soon(() => seconds(page)).toBeGreaterThan(90)
    expect(await page.getByLabel('Speed').inputValue()).toBe('32')
    await page.keyboard.press('j')
    await page.getByText('Backward').waitFor()
    const before = await seconds(page)
    await soon(() => seconds(page)).toBeLessThan(before)
    await page.keyboard.press('k')
    await page.getByRole('button', { name: 'Play' }).waitFor()
  })

  test('goes live from its end', async () => {
    const page = await openPage(product, ATTACK)
    await slider(page).waitFor()
    await page.keyboard.press('End')
    await standsAt(page, 720)
    await page.keyboard.press('End')
    await page.waitForURL('/')
  })

  test('plays a range over and over, and forgets it', async () => {
    const page = await openPage(product, `${ATTACK}?t=100`)
    await slider(page).waitFor()
    await press(page, '[', 'ArrowRight', ']')
    await parameter(page, 'in').toBe('100')
    await parameter(page, 'out').toBe('105')
    await press(page, 'l', 'l', 'l', 'l')
    for (let look = 0; look < 5; look++) {
      await page.waitForTimeout(250)
      expect(await seconds(page)).toBeGreaterThanOrEqual(100)
      expect(await seconds(page)).toBeLessThanOrEqual(105)
    }
    await press(page, 'o')
    await parameter(page, 'loop').toBe('off')
    await soon(() => seconds(page)).toBeGreaterThan(110)
    await press(page, 'k', '\\')
    await parameter(page, 'in').toBeNull()
  })

  test('is as it was when its address is opened again: time, speed, range, selection, lanes, screen', async () => {
    const search = '?t=200&s=4&in=120&out=260&sel=07-04&f=hits,alarms&view=casualties'
    const page = await openPage(product, `${ATTACK}${search}`)
    await slider(page).waitFor()
    for (const reload of [false, true]) {
      if (reload) await page.reload()
      await standsAt(page, 200)
      expect(await page.getByLabel('Speed').inputValue()).toBe('4')
      expect(await screenNamed(page, 'Casualties').isChecked()).toBe(true)
      await page.getByRole('table', { name: 'Casualties', exact: true }).waitFor()
      await page.locator('.names').getByText('Alarms').waitFor()
      expect(await page.locator('.names').getByText('Crews').count()).toBe(0)
    }
    await press(page, 'ArrowRight')
    await parameter(page, 't').toBe('205')
    for (const [name, value] of new URLSearchParams(search.replace('t=200', 't=205')))
      await parameter(page, name).toBe(value)
    await screenNamed(page, 'Board').check({ force: true })
    await page.getByRole('heading', { name: /^07-04/ }).waitFor()
  })

  test('goes back through the screens that were looked at, and stays at its time', async () => {
    const page = await openPage(product, `${ATTACK}?t=150`)
    await slider(page).waitFor()
    for (const [name, region] of [
      ['Dispatch', 'Work to do'],
      ['Systems', 'Systems'],
      ['Log', 'Log'],
    ] as const) {
      await screenNamed(page, name).check({ force: true })
      await page.getByRole('region', { name: region, exact: true }).waitFor()
      await standsAt(page, 150)
    }
    await page.goBack()
    await soon(() => screenNamed(page, 'Systems').isChecked()).toBe(true)
    await standsAt(page, 150)
    expect(await page.getByRole('button', { name: /^Send / }).count()).toBe(0)
  })

  test('steps from event to event of the lanes shown, and to the last event of all', async () => {
    const page = await openPage(product, `${ATTACK}?f=hits`)
    await slider(page).waitFor()
    const visited: number[] = []
    for (let hits = 0; hits < 3; hits++) {
      await press(page, '.')
      await soon(() => slider(page).getAttribute('aria-valuetext')).toMatch(new RegExp(`Hit H${hits + 1}$`))
      visited.push(await seconds(page))
    }
    await press(page, ',')
    await standsAt(page, visited[1] ?? 0)
    await press(page, 'Alt+ArrowLeft')
    await soon(() => seconds(page)).toBeLessThan(visited[1] ?? 0)
  })

  test('comes closer and goes wider, and a drag on the track is a range', async () => {
    const page = await openPage(product, `${ATTACK}?t=360`)
    await slider(page).waitFor()
    const box = await page.locator('.pad').boundingBox()
    if (!box) throw new Error('There is no track')
    const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const
    await page.mouse.move(...at(0.25))
    await page.mouse.down()
    await page.mouse.move(...at(0.4))
    await page.mouse.move(...at(0.5))
    await page.mouse.up()
    await soon(() => Number(new URL(page.url()).searchParams.get('in'))).toBeCloseTo(180, -1)
    expect(Number(new URL(page.url()).searchParams.get('out'))).toBeCloseTo(360, -1)
    await press(page, 'f')
    await page.mouse.click(...at(0.5))
    await soon(() => seconds(page)).toBeGreaterThan(260)
    expect(await seconds(page)).toBeLessThan(280)
    await press(page, 'f')
    await page.mouse.click(...at(0.5))
    await standsAt(page, 360)
    await press(page, 'w', 'w', 'w', 'd', 'd', 'd', 'd', 'd', 'd', 'd', 'd')
    await page.mouse.click(...at(0.5))
    await soon(() => seconds(page)).toBeGreaterThan(600)
  })

  test('goes to a time that is typed', async () => {
    const page = await openPage(product, ATTACK)
    await slider(page).waitFor()
    await press(page, 'g')
    await page.getByLabel('Time since the incident began').fill('4:32')
    await press(page, 'Enter')
    await standsAt(page, 272)
  })

  test('keeps a bookmark as a note in the log, or in the address of who may write none', async () => {
    const page = await openPage(product, `${ATTACK}?t=222`)
    await slider(page).waitFor()
    await press(page, 'b')
    await page.getByRole('textbox', { name: 'Note pinned to 03:42' }).fill('Look at this')
    await press(page, 'Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await press(page, 'Home')
    await standsAt(page, 0)
    await soon(async () => {
      await press(page, 'n')
      return seconds(page)
    }).toBe(222)

    await page.evaluate(() => sessionStorage.setItem('bulkhead.identity', 'observer\nGuest'))
    await page.goto(`${ATTACK}?t=300`)
    await slider(page).waitFor()
    await press(page, 'b')
    await parameter(page, 'b').toBe('300')
    await press(page, 'Home', 'n', 'n')
    await standsAt(page, 300)
  })

  test('says how long a critical hazard had no crew', async () => {
    const page = await openPage(product, '/replay/voyager-1')
    await page.getByText('00:03 without a crew at a critical hazard').waitFor()
  })

  test('has its keys in the help', async () => {
    const page = await openPage(product, ATTACK)
    await slider(page).waitFor()
    const help = page.getByRole('dialog', { name: 'Keys' })
    await soon(async () => {
      await press(page, '?')
      return help.count()
    }).toBe(1)
    await help.getByText('Next bookmark').waitFor()
  })

  test('gives its recording as a file', async () => {
    const page = await openPage(product, ATTACK)
    await slider(page).waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save recording' }).click()
    expect((await saved).suggestedFilename()).toBe('voyager-3.recording.json')
  })

  test('breaks no accessibility rule with all its tools, on a phone either', async () => {
    for (const size of [{}, PHONE]) {
      const page = await openPage(product, `${ATTACK}?t=200&in=120&out=260`, size)
      await slider(page).waitFor()
      await page.getByRole('button', { name: 'Tools' }).click()
      await page.getByRole('button', { name: 'Skip quiet' }).waitFor()
      expect(await violations(page)).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
    }
  })

  test('is played by touch alone', async () => {
    const page = await openPage(product, `${ATTACK}?t=100`, PHONE)
    await slider(page).waitFor()
    const tap = (name: string) => page.getByRole('button', { name, exact: true }).tap()
    await tap('Next hit or critical alarm')
    await soon(() => seconds(page)).toBeGreaterThan(100)
    await tap('Tools')
    await tap('Loop from here')
    await tap('Next event')
    await tap('Loop to here')
    await tap('Zoom in')
    await tap('Later')
    await tap('Fit')
    await tap('Skip quiet')
    await tap('Clear the loop')
    await tap('Hits')
    await parameter(page, 'f').toBe('alarms,crews,orders,casualties,notes')
    await tap('Play')
    const before = await seconds(page)
    await soon(() => seconds(page)).toBeGreaterThan(before)
  })

  test('is scrubbed with a finger', async () => {
    const page = await openPage(product, ATTACK, PHONE)
    const box = await slider(page).boundingBox()
    if (!box) throw new Error('There is no slider to touch')
    await page.touchscreen.tap(box.x + box.width / 4, box.y + box.height / 2)
    await soon(() => seconds(page)).toBeGreaterThan(170)
    expect(await seconds(page)).toBeLessThan(190)
  })

  test('shows the trend as a drawing and as a table; a press on the drawing goes there', async () => {
    const page = await openPage(product, ATTACK)
    const trend = page.getByRole('region', { name: 'Trend' })
    await trend.locator('canvas').click()
    await soon(() => seconds(page)).toBeGreaterThan(300)
    await trend.getByText('Figures as a table').click()
    expect(await trend.getByRole('row').count()).toBeGreaterThan(10)
  })
})
