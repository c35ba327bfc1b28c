import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { NewInvite } from '../shared/protocol/access.ts'
import { SHIP } from '../test/support/conditions.ts'
import { askByPin, comeInAs, startLinkOf, tell } from '../test/support/guarded.ts'
import { Product } from '../test/support/product.ts'

const SETTLE_MS = 1_500
const PEOPLE = ['Omar Haddad', 'Mei Tanaka', 'Luis Ferreira']
const PROGRAMS = ['Stage lights', 'Overlay of the stream']

/** A guarded server: its door, somebody who waits there, and the desk that lets people in. Sizes have distinct widths. */
export const photographAccess = async (
  chromium: string,
  folder: string,
  sizes: readonly (BrowserContextOptions & { readonly viewport: { readonly width: number } })[],
): Promise<void> => {
  const product = new Product({ BULKHEAD_ACCESS: 'guarded' })
  await product.start(chromium)
  const shoot = async (page: Page, name: string, width: number): Promise<void> => {
    await page.waitForTimeout(SETTLE_MS)
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), animations: 'disabled' })
  }
  try {
    const instructor = await product.open('/join')
    await instructor.goto(startLinkOf(product.server))
    await comeInAs(instructor, 'Ines Marwood')
    await tell(instructor, `/ships/${SHIP}/commands`, { id: 'stand-still', type: 'SetClock', rate: 0 })
    const pin = await fillTheHouse(product, instructor)

    for (const size of sizes) {
      const door = await product.open('/join', size)
      await shoot(door, 'door', size.viewport.width)
      await askByPin(door, pin, 'Katharina von Hohenfels')
      await door.getByText('Waiting for the instructor to admit you').waitFor()
      await shoot(door, 'door-waiting', size.viewport.width)

      const desk = await product.open('/join', size)
      await desk.context().addCookies(await instructor.context().cookies())
      await desk.goto('/desk')
      await desk.getByText('Katharina von Hohenfels').waitFor()
      await desk.getByRole('button', { name: 'Make invitation' }).scrollIntoViewIfNeeded()
      await shoot(desk, 'access', size.viewport.width)
      await door.getByRole('button', { name: 'Cancel' }).click()
      await Promise.all([door.context().close(), desk.context().close()])
    }
  } finally {
    await product.stop()
  }
}

/** People and programs that are in, and open invitations. The PIN of one of those. */
const fillTheHouse = async (product: Product, instructor: Page): Promise<string> => {
  const invite = (ask: object) => tell(instructor, '/access/invites', { ship: null, ...ask }) as Promise<NewInvite>
  await invite({ role: 'observer', uses: 50, minutes: 1_440, pin: false })
  await invite({ role: 'medical', ship: SHIP, uses: 5, minutes: 240, pin: true })
  const { token, pin } = await invite({ role: 'operations', uses: 10, minutes: 60, pin: true })
  for (const name of PEOPLE) await comeInAs(await product.open(`/join#${token}`), name)
  for (const name of PROGRAMS) await tell(instructor, '/access/keys', { role: 'observer', ship: null, name, days: 30 })
  return pin ?? ''
}
