import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pagesOf } from '../test/support/pdf-pages.ts'
import { pngOf } from '../test/support/png.ts'
import type { Product } from '../test/support/product.ts'

const REVIEW = '/api/v1/incidents/voyager-3/review'
const PAGES = 4
const PIXELS_A_POINT = 1.25
const WINDOW = { viewport: { width: 1024, height: 1280 } }

/** The review of a recorded attack on paper: the first pages of the PDF, and the top of the page of HTML. */
export const photographPaper = async (product: Product, folder: string): Promise<void> => {
  const answer = await fetch(`${product.server.url}${REVIEW}.pdf`)
  if (!answer.ok) throw new Error(`The review as a PDF: ${answer.status} ${await answer.text()}`)
  const pages = await pagesOf(new Uint8Array(await answer.arrayBuffer()), PIXELS_A_POINT)
  pages
    .slice(0, PAGES)
    .forEach(({ picture }, index) => writeFileSync(join(folder, `review-pdf-${index + 1}.png`), pngOf(picture)))
  const page = await product.open(`${REVIEW}.html`, WINDOW)
  await page.screenshot({ path: join(folder, 'review-html.png') })
  await page.close()
}
