import type { Lines, Mark, Scene } from '../charts/scene.ts'
import { INKS } from '../palette.ts'
import type { Chart } from '../paper.ts'
import { Sheet } from './sheet.ts'
import { MARGIN } from './styles.ts'
import type { Setter } from './texts.ts'

const AFTER = 8

/** A drawing as vectors; one that is higher than a page is made smaller. */
export const chart: Setter<Chart> = {
  least: (_, { scene }) => scene.height * scaleOf(scene),
  set: (sheet, { scene }) => {
    const scale = scaleOf(scene)
    sheet.need(scene.height * scale)
    sheet.tagged('Figure', () => drawScene(sheet, scene, scale), { alt: `${scene.title}. ${scene.description}` })
    sheet.y += scene.height * scale + AFTER
  },
}

const scaleOf = ({ height }: Scene): number => Math.min(1, (Sheet.most - 40) / height)

const drawScene = (sheet: Sheet, scene: Scene, scale: number): void => {
  sheet.doc.save()
  sheet.doc.translate(MARGIN.left, sheet.y).scale(scale)
  for (const mark of scene.marks) drawMark(sheet, mark)
  sheet.doc.restore()
}

const drawMark = (sheet: Sheet, mark: Mark): void => {
  switch (mark.shape) {
    case 'area': {
      const { x, y, width, height } = mark.box
      sheet.doc.rect(x, y, width, height).fill(INKS[mark.ink])
      return
    }
    case 'lines':
      return drawLines(sheet, mark)
    case 'label': {
      const style = {
        voice: mark.strong ? 'strong' : 'text',
        size: mark.size,
        leading: mark.size,
        ink: mark.ink,
      } as const
      sheet.put(sheet.type.line(mark.text, style), style, mark.at[0], mark.at[1], mark.anchor)
    }
  }
}

const drawLines = ({ doc }: Sheet, { lines, ink, width, dash }: Lines): void => {
  for (const points of lines) {
    points.forEach(([x, y], index) => (index === 0 ? doc.moveTo(x, y) : doc.lineTo(x, y)))
  }
  doc.lineWidth(width)
  if (dash) drawDashed(doc, dash)
  doc.stroke(INKS[ink])
  if (dash) doc.undash()
}

const drawDashed = (doc: PDFKit.PDFDocument, [first = 1, ...others]: readonly number[]): void => {
  doc.addContent(`[${[first, ...others].join(' ')}] 0 d`)
}
