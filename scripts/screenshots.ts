/** Photographs every screen of the demonstration, a minute into its attack, a review on paper, and the door, for docs/screenshots. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { planOf } from '../shared/ship-file/plan-of.ts'
import { burstOf } from '../test/support/burst.ts'
import { putToRest, runTo, SCREENS, setCondition, SHIP } from '../test/support/conditions.ts'
import { LAPTOP, PHONE, Product } from '../test/support/product.ts'
import { openPair, runPair } from '../test/support/run-pair.ts'
import { order, readShip } from '../test/support/ship-over-http.ts'
import { photographAccess } from './photographAccess.ts'
import { photographPaper } from './photographPaper.ts'
import { findChromium } from './setup/chromium.mjs'
import { root } from './setup/process.mjs'

const SIZES = [
  { viewport: { width: 1920, height: 1080 } },
  { viewport: { width: 1366, height: 768 } },
  { ...PHONE, deviceScaleFactor: 2 },
]
const INTO_THE_ATTACK_S = 60
const SETTLE_MS = 1_500
const REPORTS = 200

const DRILL = { crew: 'repair-3', place: '09-05' }

const folder = join(root, 'docs', 'screenshots')
const chromium = findChromium()
if (!chromium) throw new Error('There is no Chromium to take pictures with')

/** A phone in a live drill: with a new job, and cut off with reports that wait. */
const photographDrill = async (): Promise<void> => {
  const { url } = product.server
  await order(url, SHIP, { type: 'SetRunMode', mode: 'reported' })
  await order(url, SHIP, { type: 'StartFire', compartment: DRILL.place, growth: 'medium' })
  const page = await product.open(`/crew/${DRILL.crew}`, { ...PHONE, deviceScaleFactor: 2 })
  const shoot = (name: string) =>
    page.screenshot({ path: join(folder, `phone-${name}-390.png`), animations: 'disabled' })
  await page.getByRole('contentinfo').getByText(/^live/i).waitFor()
  await order(url, SHIP, { type: 'SetClock', rate: 1 })
  await order(url, SHIP, { type: 'DispatchCrew', crew: DRILL.crew, task: `fire:${DRILL.place}` })
  await page.getByRole('button', { name: 'Understood' }).waitFor()
  await page.waitForTimeout(SETTLE_MS)
  await shoot('new-job')
  await page.context().setOffline(true)
  await page
    .getByRole('contentinfo')
    .getByText(/^offline/i)
    .waitFor()
  await page.getByRole('button', { name: /^On scene/ }).tap()
  await page.getByRole('button', { name: '25 %' }).tap()
  await page.waitForTimeout(SETTLE_MS)
  await shoot('without-a-link')
  await page.close()
}

/** The board under 200 reports from all over the ship, within ten seconds or so. */
const photographBurst = async (): Promise<void> => {
  const { url } = product.server
  await order(url, SHIP, { type: 'SetRunMode', mode: 'simulated' })
  await putToRest(url)
  await setCondition(url, 'red')
  await order(url, SHIP, { type: 'SetClock', rate: 1 })
  const { definition } = await readShip(url, SHIP)
  const page = await product.open('/', LAPTOP)
  for (const blow of burstOf(planOf(definition), REPORTS)) await order(url, SHIP, blow.order)
  await page.waitForTimeout(SETTLE_MS)
  await page.screenshot({ path: join(folder, 'burst-1366.png'), animations: 'disabled' })
}

/** The same attack twice, halfway through. */
const photographPair = async (): Promise<void> => {
  for (const size of [LAPTOP, { ...PHONE, deviceScaleFactor: 2 }]) {
    const page = await product.open('/replay', size)
    await page.getByRole('slider', { name: 'Mission time' }).waitFor()
    await openPair(page, runPair())
    await page.keyboard.press('4')
    await page.waitForTimeout(SETTLE_MS)
    await page.screenshot({ path: join(folder, `compare-${size.viewport.width}.png`), animations: 'disabled' })
    await page.close()
  }
}

mkdirSync(folder, { recursive: true })
const product = new Product()
await product.start(chromium)
try {
  await runTo(product.server.url, INTO_THE_ATTACK_S)
  await setCondition(product.server.url, 'red')
  for (const size of SIZES) {
    const page = await product.open('/', size)
    for (const [screen, path] of Object.entries(SCREENS)) {
      await page.goto(path)
      await page.getByRole('contentinfo').getByText(/^live/i).waitFor()
      await page.waitForTimeout(SETTLE_MS)
      await page.screenshot({ path: join(folder, `${screen}-${size.viewport.width}.png`), animations: 'disabled' })
    }
    await page.close()
  }
  await photographPaper(product, folder)
  await photographPair()
  await photographDrill()
  await photographBurst()
} finally {
  await product.stop()
}
await photographAccess(chromium, folder, SIZES)
console.log(`Written to ${folder}`)
