/** Photographs every screen of the demonstration, a minute into its attack, for docs/screenshots. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runTo, SCREENS, setCondition } from '../test/support/conditions.ts'
import { PHONE, Product } from '../test/support/product.ts'
import { findChromium } from './setup/chromium.mjs'
import { root } from './setup/process.mjs'

const SIZES = [
  { viewport: { width: 1920, height: 1080 } },
  { viewport: { width: 1366, height: 768 } },
  { ...PHONE, deviceScaleFactor: 2 },
]
const INTO_THE_ATTACK_S = 60
const SETTLE_MS = 1_500

const folder = join(root, 'docs', 'screenshots')
const chromium = findChromium()
if (!chromium) throw new Error('There is no Chromium to take pictures with')

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
} finally {
  await product.stop()
}
console.log(`Written to ${folder}`)
