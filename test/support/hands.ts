import type { Locator, Page } from 'playwright-core'

const TABS_MOST = 400

/** Moves the focus there as somebody without a pointer does: with Tab alone. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let tabs = 0; tabs < TABS_MOST; tabs++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(target)}`)
}

export const pressOn = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Drags with the mouse along an element, from one share of its width to another. */
export const dragAlong = async (page: Page, element: Locator, from: number, to: number): Promise<void> => {
  const box = await element.boundingBox()
  if (!box) throw new Error(`${String(element)} is not to be seen`)
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * from, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * to, y, { steps: 12 })
  await page.mouse.up()
}
