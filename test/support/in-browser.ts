import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished } from 'vitest'
import { Product } from './product.ts'

const CHROMIUM = process.env.CHROMIUM ?? ''

/** Tests that need a browser; left out where there is none. */
export const inBrowser = describe.skipIf(CHROMIUM === '')

/** One product for all tests of a file. */
export const startedProduct = (...how: ConstructorParameters<typeof Product>): Product => {
  const product = new Product(...how)
  beforeAll(() => product.start(CHROMIUM))
  afterAll(async () => {
    await product.stop()
    expect(product.faults, 'faults in the pages').toEqual([])
  })
  return product
}

let failed = 0

/**
 * A page of the test that is running, closed when that ends: a ship's screen never rests. What it shows if the test fails
 * is kept in .cache/failed.
 */
export const openPage = async (product: Product, path: string, options?: BrowserContextOptions): Promise<Page> => {
  const page = await product.open(path, options)
  onTestFinished(async ({ task }) => {
    if (page.isClosed()) return
    if (task.result?.state === 'fail') await page.screenshot({ path: join('.cache', 'failed', `${++failed}.png`) })
    await page.context().close()
  })
  return page
}
