import { PDFiumLibrary } from '@hyzyla/pdfium'
import { pngOf } from './png.ts'

export interface PrintedPage {
  readonly text: string
  /** Points of 1/72 inch. */
  readonly width: number
  readonly height: number
  readonly png: Buffer
}

/** The pages of a PDF, as the engine in Chromium shows and reads them. `scale` is in pixels a point. */
export const pagesOf = async (pdf: Uint8Array, scale: number): Promise<readonly PrintedPage[]> => {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf)
    const pages: PrintedPage[] = []
    for (const page of document.pages()) {
      const text = page.getText() // rendering closes the page
      const { width, height, originalWidth, originalHeight, data } = await page.render({ scale, render: 'bitmap' })
      const png = pngOf({ width, height, data })
      pages.push({ text, width: originalWidth, height: originalHeight, png })
    }
    document.destroy()
    return pages
  } finally {
    library.destroy()
  }
}
