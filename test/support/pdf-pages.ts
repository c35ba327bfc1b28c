import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Bitmap } from './png.ts'

export interface PrintedPage {
  readonly text: string
  /** Points of 1/72 inch. */
  readonly width: number
  readonly height: number
  readonly picture: Bitmap
}

/** The pages of a PDF, as the engine that Chromium has in it shows and reads them. `scale` is in pixels a point. */
export const pagesOf = async (pdf: Uint8Array, scale: number): Promise<readonly PrintedPage[]> => {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf)
    const pages: PrintedPage[] = []
    for (const page of document.pages()) {
      const text = page.getText() // rendering closes the page
      const { originalWidth, originalHeight, ...picture } = await page.render({ scale, render: 'bitmap' })
      pages.push({ text, width: originalWidth, height: originalHeight, picture })
    }
    document.destroy()
    return pages
  } finally {
    library.destroy()
  }
}

/** Share of what is printed on, within so many pixels of the edges and (the other number) within the rest; 0 to 1. */
export const inkOf = (
  { width, height, data }: Bitmap,
  margin: number,
): { readonly edge: number; readonly inside: number } => {
  const counts = { edge: { all: 0, ink: 0 }, inside: { all: 0, ink: 0 } }
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const x = pixel % width
    const y = Math.floor(pixel / width)
    const isEdge = Math.min(x, y, width - 1 - x, height - 1 - y) < margin
    const count = isEdge ? counts.edge : counts.inside
    count.all += 1
    if ((data[pixel * 4] ?? 255) + (data[pixel * 4 + 1] ?? 255) + (data[pixel * 4 + 2] ?? 255) < 3 * 250) count.ink += 1
  }
  return { edge: counts.edge.ink / counts.edge.all, inside: counts.inside.ink / counts.inside.all }
}
