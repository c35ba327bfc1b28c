import type { Page } from 'playwright-core'

/** Of 255: less is how an edge that lies between two pixels is smoothed. */
const UNSEEN = 32

/** Share of the pixels in which two pictures (PNG) differ visibly, 0 to 1; of different sizes they are wholly different. */
export const differingShare = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(
    async ({ texts, unseen }) => {
      const [a, b] = await Promise.all(
        texts.map(async (text) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${text}`)).blob())
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
          if (!context) throw new Error('This browser draws nothing')
          context.drawImage(bitmap, 0, 0)
          return context.getImageData(0, 0, bitmap.width, bitmap.height)
        }),
      )
      if (!a || !b || a.width !== b.width || a.height !== b.height) return 1
      const differing = new Set<number>()
      a.data.forEach((value, i) => Math.abs(value - (b.data[i] ?? 0)) > unseen && differing.add(i >> 2))
      return differing.size / (a.width * a.height)
    },
    { texts: [one.toString('base64'), other.toString('base64')], unseen: UNSEEN },
  )
