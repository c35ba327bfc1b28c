import { type Static, Type } from 'typebox'
import { reviewHtml } from '../paper/reviewHtml.ts'
import { type Recording, sightOf } from '../recordings/recording.ts'
import { csvText } from '../reviews/csv.ts'
import { Line } from '../line.ts'
import { pdfOf } from '../reviews/pdf.ts'
import { tableOf } from '../reviews/table.ts'
import type { Service } from '../service.ts'
import type { Person } from '../receive/person.ts'
import { named } from './fileNames.ts'
import { orRefuse } from './problems.ts'
import { ReviewAndTrend } from './reviewShapes.ts'
import { IncidentParams, problems, Sighted } from './shapes.ts'
import type { App } from './typed.ts'

interface Asked {
  readonly params: Static<typeof IncidentParams>
  readonly query: Static<typeof Sighted>
  readonly person: Person
}

/** The after-action review of an incident, in every form; each of what its reader may know. */
export const reviewRoutes = (app: App, { recordings, reviews }: Service): void => {
  const reviewFor = async ({
    params,
    query,
    person,
  }: Asked): Promise<{ recording: Recording; review: ReviewAndTrend }> => {
    const recording = orRefuse(await recordings.find(params.incident))
    const sight = sightOf(recording.sight, person.role, query.sight)
    const review = orRefuse(await reviews.of(recording, sight))
    return { recording, review: { ...review, trend: orRefuse(await reviews.trend(recording, review)) } }
  }
  const press = new Line()
  const asked = { tags: ['incidents'], params: IncidentParams, querystring: Sighted }

  app.get(
    '/incidents/:incident/review.json',
    {
      schema: {
        ...asked,
        summary: 'The after-action review: what was planned, what happened, why, and what to do better',
        response: { 200: ReviewAndTrend, ...problems },
      },
    },
    async (request) => (await reviewFor(request)).review,
  )

  app.get(
    '/incidents/:incident/review.csv',
    {
      schema: {
        ...asked,
        summary: 'The same as one flat table for spreadsheets: section, item, figure, value, unit',
        response: {
          200: saved<string>('text/csv', 'UTF-8 with a byte order mark, RFC 4180; no cell is a formula'),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { review } = await reviewFor(request)
      reply.type('text/csv; charset=utf-8').header('content-disposition', fileName(review, 'csv'))
      return csvText(tableOf(review))
    },
  )

  app.get(
    '/incidents/:incident/review.html',
    {
      schema: {
        ...asked,
        summary: 'The same as one page of HTML that opens anywhere and needs nothing else',
        response: { 200: saved<string>('text/html', 'Self-contained; runs nothing'), ...problems },
      },
    },
    async (request, reply) => {
      const { recording, review } = await reviewFor(request)
      reply.type('text/html; charset=utf-8').header('content-security-policy', PAPER_POLICY)
      reply.header('content-disposition', fileName(review, 'html', 'inline'))
      return reviewHtml(review, review.trend, recording.plan)
    },
  )

  app.get(
    '/incidents/:incident/review.pdf',
    {
      schema: {
        ...asked,
        summary: 'The same, typeset',
        response: { 200: saved<Buffer>('application/pdf', 'PDF, A4'), ...problems },
      },
    },
    async (request, reply) => {
      const { recording, review } = await reviewFor(request)
      reply.type('application/pdf').header('content-disposition', fileName(review, 'pdf', 'inline'))
      return press.add(() => pdfOf({ review, trend: review.trend, definition: recording.plan.file }))
    },
  )
}

/** The page has its styles and faces in it, and asks nobody for anything. */
const PAPER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** An answer that is a file of another kind than JSON. */
const saved = <Body extends string | Buffer>(type: string, description: string) => ({
  description,
  content: { [type]: { schema: Type.Unsafe<Body>(Type.String()) } },
})

const fileName = ({ incident }: ReviewAndTrend, kind: string, how?: 'inline'): string =>
  named(`${incident.id}.review.${kind}`, how)
