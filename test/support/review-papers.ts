import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Review } from '#shared/review/review.ts'
import { reviewHtml } from '../../server/paper/reviewHtml.ts'
import { reviewPdf } from '../../server/paper/reviewPdf.ts'
import { csvText } from '../../server/reviews/csv.ts'
import { tableOf } from '../../server/reviews/table.ts'
import type { ReviewedAttack } from './review-of-attack.ts'

/** Kept after a test run, to be looked at. */
export const PAPERS = join('test-output', 'review')

export const emptyFolder = (path: string): string => {
  rmSync(path, { recursive: true, force: true })
  mkdirSync(path, { recursive: true })
  return path
}

/** A review in every form, as files of that name. */
export const writePapers = async (folder: string, name: string, { review, trend, plan }: ReviewedAttack) => {
  const html = reviewHtml(review, trend, plan)
  const pdf = await reviewPdf(review, trend, plan)
  const csv = csvText(tableOf({ ...review, trend }))
  const json = JSON.stringify({ ...review, trend }, null, 2)
  for (const [kind, content] of Object.entries({ html, pdf, csv, json }))
    writeFileSync(join(folder, `${name}.${kind}`), content)
  return { html, pdf, csv, json }
}

/** What a prankster calls things: markup, a template, a formula, other scripts, and characters that turn the text around. */
export const PRANK = '<script>alert(1)</script> {{x}} =1+1 "&\' Ž Ω Ж 田中 \u202e\u0000'

const named = <Thing extends object>(things: readonly Thing[], members: Partial<Thing>): readonly Thing[] =>
  things.map((thing) => ({ ...thing, ...members }))

/** The same with that for every text that people and files may write. */
export const pranked = (review: Review): Review => ({
  ...review,
  incident: { ...review.incident, name: PRANK, shipName: PRANK },
  planned: { ...review.planned, name: PRANK, purpose: PRANK, injects: [{ at: 0, text: PRANK }] },
  crews: named(review.crews, { name: PRANK }),
  casualties: named(review.casualties, { name: PRANK }),
  capabilities: named(review.capabilities, { name: PRANK }),
  timeline: named(review.timeline, { text: PRANK, by: PRANK }),
  findings: named(review.findings, { text: PRANK }),
  pins: [{ at: review.incident.fromMs, seq: 1, kind: 'note', text: PRANK, by: PRANK }],
  objectives: named(review.objectives, { text: PRANK, rating: 'M', remark: PRANK, by: PRANK }),
  improvements: [{ improvement: 'I1', text: PRANK, owner: PRANK, status: 'open', by: PRANK }],
})
