import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Review } from '#shared/review/review.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { paperOf } from '../../server/paper/paperOf.ts'
import { reviewHtml } from '../../server/paper/reviewHtml.ts'
import { reviewPdf } from '../../server/paper/reviewPdf.ts'
import { numberText } from '../../server/paper/words.ts'
import { inkOf, pagesOf, type PrintedPage } from '../support/pdf-pages.ts'
import { pngOf } from '../support/png.ts'
import { type ReviewedAttack, reviewOfAttack } from '../support/review-of-attack.ts'
import { emptyFolder, PAPERS, PRANK, pranked, writePapers } from '../support/review-papers.ts'

const ATTACKS = ['voyager-attack-1', 'voyager-attack-2', 'voyager-attack-3', 'voyager-attack-4']
const A4 = { width: 595, height: 841 }
const PIXELS_A_POINT = 1.5
const PRINTING_MS = 60_000
const UNPRINTED_POINTS = 28

/** As it stands on paper, but for where lines end. */
const packed = (text: string): string => text.replace(/\s+/g, '')

/** The last line of a page above what runs along its head and foot, which is put on last. */
const lastLine = (page: string, { incident }: Review): string => {
  const lines = page.split(/[\r\n]+/).filter(Boolean)
  const runs = (line: string) => line.startsWith(`${incident.name} · `) || line.startsWith('After-action review of ')
  return lines[lines.findIndex(runs) - 1] ?? ''
}

describe('the paper of the demonstration', { timeout: PRINTING_MS }, () => {
  const attack: ReviewedAttack = reviewOfAttack(...ATTACKS)
  const { review, trend, plan } = attack
  let pdf: Buffer
  let pages: readonly PrintedPage[]
  let text: string

  beforeAll(async () => {
    const folder = emptyFolder(PAPERS)
    ;({ pdf } = await writePapers(folder, 'review', attack))
    pages = await pagesOf(pdf, PIXELS_A_POINT)
    pages.forEach(({ picture }, index) => writeFileSync(join(folder, `page-${index + 1}.png`), pngOf(picture)))
    text = packed(pages.map((page) => page.text).join(' '))
  }, PRINTING_MS)

  test('is a dozen pages of A4, each numbered, printed on, and blank along its edges', () => {
    expect(pages.length).toBeGreaterThan(5)
    expect(pages.length).toBeLessThan(20)
    pages.forEach(({ width, height, picture, text: page }, index) => {
      expect({ width, height }).toEqual(A4)
      expect(page).toContain(`${index + 1} of ${pages.length}`)
      const { edge, inside } = inkOf(picture, UNPRINTED_POINTS * PIXELS_A_POINT)
      expect(edge, `page ${index + 1}`).toBe(0)
      expect(inside, `page ${index + 1}`).toBeGreaterThan(0.005)
    })
  })

  test('says the figures of the review', () => {
    const { harm, incident, findings, crews, casualties, hazards, improvements } = review
    const said = [
      ...[incident.name, incident.shipName, numberText(harm.total)],
      ...findings.map((finding) => finding.text),
      ...crews.map(({ name }) => name),
      ...casualties.map(({ casualty }) => casualty),
      ...hazards.map(({ compartment }) => compartment),
      ...improvements.map((improvement) => improvement.text),
      ...(trend ? [trend.words, ...trend.headlines.map(({ name }) => name)] : []),
    ]
    expect(said.filter((one) => !text.includes(packed(one)))).toEqual([])
    expect(trend?.words).toBe('the fourth in two weeks')
  })

  test('asks the four questions, in their order', () => {
    const places = ['What was planned', 'What happened', 'Why it went that way', 'What to do better'].map((title) =>
      text.indexOf(packed(title)),
    )
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('leaves no heading alone at the foot of a page', async () => {
    const headings = new Set(
      paperOf(review, trend, plan).sections.flatMap(({ title, blocks }) => [
        title,
        ...blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])),
      ]),
    )
    for (const name of ATTACKS) {
      const one = reviewOfAttack(name)
      const printed = await pagesOf(await reviewPdf(one.review, one.trend, one.plan), 0.5)
      const last = printed.map((page) => lastLine(page.text, one.review))
      expect(last.filter((line) => line === '' || headings.has(line))).toEqual([])
    }
  })

  test('repeats the head of a table that goes on over the page', () => {
    const onTimeline = pages.filter((page) => /^At\s+Kind\s+What\s+By/m.test(page.text))
    expect(onTimeline.length).toBeGreaterThan(2)
  })

  test('has its fonts in it, a title, a language, bookmarks, and a structure to be read by', () => {
    const source = pdf.toString('latin1')
    const embedded = source.match(/\/FontFile[23]? /g) ?? []
    const described = source.match(/\/Type \/FontDescriptor/g) ?? []
    expect(described.length).toBeGreaterThan(1)
    expect(embedded).toHaveLength(described.length)
    const wanted = [
      '/Lang (en)',
      '(The fourth attack: After-action review)',
      '/Outlines',
      '/StructTreeRoot',
      '/MarkInfo',
    ]
    expect(wanted.filter((each) => !source.includes(each))).toEqual([])
  })

  test('[RVW10] given the same review, the PDF is the same to the byte, and the page too', async () => {
    expect((await reviewPdf(review, trend, plan)).equals(pdf)).toBe(true)
    expect(reviewHtml(review, trend, plan)).toBe(reviewHtml(structuredClone(review), trend, plan))
  })

  test('[RVW8] given names that are markup, templates and formulas, the page and the PDF have them as text', async () => {
    const prank = { review: pranked(review), trend, plan }
    const papers = await writePapers(PAPERS, 'prank', prank)
    expect(papers.html).not.toMatch(/<script/i)
    expect(papers.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; {{x}} =1+1 &quot;&amp;&#39; Ž Ω Ж 田中')
    const printed = (await pagesOf(papers.pdf, 0.5)).map((page) => packed(page.text)).join('')
    expect(printed).toContain(packed(`<script>alert(1)</script> {{x}} =1+1 "&' Ž Ω Ж`))
    expect(printed).not.toContain(PRANK.slice(-1))
  })

  test('is made of a review in which nothing happened, of an open one, and of one without others', async () => {
    const nothing = {
      ...review,
      ...{ incident: { ...review.incident, open: true, stardate: null, untilMs: review.incident.fromMs } },
      ...{ hazards: [], casualties: [], crews: [], capabilities: [], timeline: [], findings: [], objectives: [] },
      ...{ planned: { scenario: null, name: '', purpose: '', seed: null, injects: [], expected: [] } },
      ...{ responses: [], pins: [], improvements: [], momentsLeftOut: 3 },
      series: {
        at: [0],
        harm: [0],
        hazards: { breach: [0], fire: [0], leak: [0], passage: [0], system: [0] },
        casualties: { waiting: [0], moving: [0], inBed: [0], dead: [0] },
      },
    }
    const [page] = await pagesOf(await reviewPdf(nothing, null, plan), 1)
    expect(packed(page?.text ?? '')).toContain(packed('It is still open'))
    expect(reviewHtml(nothing, null, plan)).toContain('3 moments are left out')
  })

  test('goes on over as many pages as a text takes', async () => {
    const remark = 'Longwinded and unbroken. '.repeat(1_500)
    const objectives = [{ objective: 'o', text: 'Be brief', rating: 'U', remark, by: 'X'.repeat(400) }] as const
    const printed = await pagesOf(await reviewPdf({ ...review, objectives }, trend, plan), 1)
    expect(packed(printed.map((page) => page.text).join('')).match(/Longwinded/g)?.length).toBe(1_500)
    for (const { picture } of printed) expect(inkOf(picture, UNPRINTED_POINTS).edge).toBe(0)
  })
})
