import PDFDocument from 'pdfkit'
import { type Ink, INKS } from '../palette.ts'
import type { Paper } from '../paper.ts'
import { voices } from './faces.ts'
import { MARGIN, MEASURE_WIDTH, PAGE } from './styles.ts'
import { type Line, type Style, typesetter } from './typesetting.ts'

type Element = PDFKit.PDFStructureElement

/** Where things are put on pages: from the top down, and on to the next page when one is full. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument
  readonly type = typesetter()
  /** From the upper edge of the page, points. */
  y: number = MARGIN.top
  /** The section that is being set; it runs along the head of the pages after its first. */
  section = ''
  /** What runs along the head of each page. */
  readonly running: string[] = []
  /** What is being read: elements are put into the last of them. */
  readonly #open: Element[]

  constructor(paper: Paper) {
    this.doc = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      lang: 'en',
      displayTitle: true,
      info: {
        Title: `${paper.title}: ${paper.genre}`,
        Subject: `${paper.genre}, ${paper.ship}`,
        Creator: 'Bulkhead',
        Producer: 'Bulkhead',
        // Of the incident and not of now: the same review is the same file.
        CreationDate: new Date(paper.dated),
        ModDate: new Date(paper.dated),
      },
    })
    for (const { id, font } of Object.values(voices()).flat()) {
      // Since 0.20 it takes fonts that are open already, which its types don't know yet: unpacking them takes longest.
      this.doc.registerFont(id, font as unknown as Uint8Array)
    }
    const root = this.doc.struct('Document')
    this.doc.addStructure(root)
    this.#open = [root]
    this.#addPage()
  }

  #addPage(): void {
    this.doc.addPage()
    this.running.push(this.section)
  }

  /** What is left of the page, points. */
  get room(): number {
    return PAGE.height - MARGIN.bottom - this.y
  }

  /** A page has room for that many points and no more. */
  static readonly most = PAGE.height - MARGIN.bottom - MARGIN.top

  /** Goes on to the next page unless there is room. */
  need(height: number): void {
    if (this.room < height && this.y > MARGIN.top) this.turn()
  }

  turn(): void {
    this.#addPage()
    this.y = MARGIN.top
  }

  /** Space between blocks; none at the top of a page. */
  skip(height: number): void {
    if (this.y > MARGIN.top) this.y += height
  }

  /** All that is drawn meanwhile belongs to one element: a table, a row, a list. */
  within(tag: string, draw: () => void, options: { readonly alt?: string } = {}): void {
    const element = this.doc.struct(tag, options)
    this.#open.at(-1)?.add(element)
    this.#open.push(element)
    draw()
    this.#open.pop()
    element.end()
  }

  /** What is drawn is the content of an element of its own. It has to fit on the page. */
  tagged(tag: string, draw: () => void, options: { readonly alt?: string } = {}): void {
    this.within(
      tag,
      () => {
        const content = this.doc.markStructureContent(tag)
        draw()
        this.doc.endMarkedContent()
        this.#open.at(-1)?.add(content)
      },
      options,
    )
  }

  /** Rules, heads that come again, page numbers: nobody needs to be told of them. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' })
    draw()
    this.doc.endMarkedContent()
  }

  /** One line of text on a baseline; `x` is its left end, its middle or its right end. */
  put(line: Line, style: Style, x: number, baseline: number, anchor: 'start' | 'middle' | 'end' = 'start'): void {
    let left = x - line.width * { start: 0, middle: 0.5, end: 1 }[anchor]
    this.doc.fillColor(INKS[style.ink]).fontSize(style.size)
    for (const { face, text, width } of line.runs) {
      this.doc.font(face.id).text(text, left, baseline, { lineBreak: false, baseline: 'alphabetic' })
      left += width
    }
  }

  /** Lines one under the other from `top` on. */
  stack(lines: readonly Line[], style: Style, x: number, top: number, anchor: 'start' | 'end' = 'start'): void {
    // The letters stand in the middle of their leading: a cap is some two thirds of its size high.
    const first = top + style.leading / 2 + style.size * 0.34
    lines.forEach((line, index) => this.put(line, style, x, first + index * style.leading, anchor))
  }

  rule(y: number, ink: Ink, width: number, from: number = MARGIN.left, to: number = MARGIN.left + MEASURE_WIDTH): void {
    this.artifact(() => this.doc.moveTo(from, y).lineTo(to, y).lineWidth(width).stroke(INKS[ink]))
  }
}
