import { describe, expect, test } from 'vitest'
import { ROLES } from '#shared/protocol/rights.ts'
import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import { reviewOf } from '#shared/review/fold.ts'
import type { Review } from '#shared/review/review.ts'
import type { Trend } from '#shared/review/trend.ts'
import type { Order } from '#shared/ship/commands.ts'
import type { Role } from '#shared/ship/events.ts'
import { shipFrom } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { reviewPdf } from '../../server/paper/reviewPdf.ts'
import { folding } from '../../server/reviews/fold.ts'
import { parsedCsv } from '../support/csv.ts'
import { type Flow, get, give, SHIP, startFlow } from './support/flow.ts'

type Served = Review & { readonly trend: Trend | null }

const OPEN = `${SHIP}-1`
const at = (incident: string, what: string): string => `/api/v1/incidents/${incident}/${what}`

const review = async ({ app }: Flow, incident: string, role?: Role, query = ''): Promise<Review> => {
  const { status, body } = await get<Served>(app, at(incident, `review.json${query}`), role)
  expect(status).toBe(200)
  const { trend: _trend, ...rest } = body
  return rest
}

const recording = async ({ app }: Flow, incident: string, role?: Role): Promise<RecordingFile> =>
  (await get<RecordingFile>(app, at(incident, 'recording'), role)).body

const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

/** As a reader folds it who has the recording and nothing else. */
const foldedFrom = (file: RecordingFile): Review => {
  const { incident, definition, start, untilMs, sight, planned, events, notes } = file
  const ship = shipFrom(planOf(definition), start.state)
  return plain(reviewOf({ incident, ship, untilMs, sight, planned }, events, notes))
}

/** Some minutes of the demonstration, with a crew sent and words said; still open. */
const underAttack = async (): Promise<Flow> => {
  const flow = await startFlow()
  await give(flow.service, { type: 'SetClock', rate: 32 })
  await give(flow.service, { type: 'StartScenario', scenario: 'voyager-attack-4' })
  await flow.clock.pass(6_000)
  await give(flow.service, { type: 'PinNote', at: 1_000, text: 'Shields late', kind: 'improve' })
  return flow
}

const improvement = (text: string, owner = 'Torres'): Order => ({
  ...{ type: 'RecordImprovement', incident: OPEN, improvement: 'first', text, owner, status: 'open' },
})

describe('a review over HTTP', () => {
  test('[RVW6] each role gets what it could fold from its own recording, open and closed, and no more', async () => {
    const flow = await underAttack()
    for (const closed of [false, true]) {
      if (closed) await give(flow.service, { type: 'StopScenario' })
      for (const role of ROLES) {
        const mine = await recording(flow, OPEN, role)
        expect(await review(flow, OPEN, role), role).toEqual(foldedFrom(mine))
        expect(mine.sight).toBe(role === 'instructor' ? 'truth' : 'known')
      }
    }
  })

  test('[RVW6] the instructor may ask for what was known; nobody else gets the truth by asking', async () => {
    const flow = await underAttack()
    const known = await review(flow, OPEN, 'captain')
    expect(await review(flow, OPEN, 'instructor', '?sight=known')).toEqual(known)
    expect(await review(flow, OPEN, 'captain', '?sight=truth')).toEqual(known)
    expect((await review(flow, OPEN)).sight).toBe('truth')
    expect((await get(flow.app, at(OPEN, 'review.json?sight=all'))).status).toBe(400)
  })

  test('[REV25] purpose and expected actions are told to all once the incident is over, the seed and injects to none', async () => {
    const flow = await underAttack()
    expect((await review(flow, OPEN, 'captain')).planned).toMatchObject({
      name: 'The fourth attack',
      purpose: '',
      expected: [],
    })
    await give(flow.service, { type: 'StopScenario' })
    const { planned } = await review(flow, OPEN, 'captain')
    expect(planned).toMatchObject({ seed: null, injects: [] })
    expect(planned.purpose).not.toBe('')
    expect((await review(flow, OPEN)).planned.injects.length).toBeGreaterThan(10)
  })

  test('[RVW4] what is said of a closed incident is in its review at once', async () => {
    const flow = await underAttack()
    await give(flow.service, { type: 'StopScenario' })
    expect((await review(flow, OPEN)).improvements).toEqual([])
    await give(flow.service, improvement('Raise shields at yellow'))
    expect((await review(flow, OPEN)).improvements).toMatchObject([{ text: 'Raise shields at yellow' }])
    await give(flow.service, improvement('Raise shields sooner'))
    expect((await review(flow, OPEN, 'observer')).improvements).toMatchObject([{ text: 'Raise shields sooner' }])
  })

  test('[REV1] while it is open it goes to now, and a moment later further', async () => {
    const flow = await underAttack()
    const earlier = (await review(flow, OPEN)).incident
    await flow.clock.pass(1_000)
    const { incident } = await review(flow, OPEN)
    expect(incident).toMatchObject({ open: true, untilMs: earlier.untilMs + 32_000 })
    expect(incident.events).toBeGreaterThanOrEqual(earlier.events)
  })

  test('[REV1] one in which nothing has happened has a review, too', async () => {
    const flow = await startFlow()
    await give(flow.service, { type: 'OpenIncident', kind: 'drill', name: 'Just opened' })
    const { incident, hazards, harm } = await review(flow, OPEN, 'observer')
    expect(incident).toMatchObject({ name: 'Just opened', events: 1, open: true })
    expect({ hazards, total: harm.total }).toEqual({ hazards: [], total: 0 })
    for (const kind of ['csv', 'html', 'pdf'])
      expect(
        (await flow.app.inject({ url: at(OPEN, `review.${kind}`), headers: { host: 'localhost' } })).statusCode,
      ).toBe(200)
  })

  test.each(['review.json', 'review.csv', 'review.html', 'review.pdf', 'recording'])(
    '[SRV6] %s of an incident that never was is 404',
    async (what) => {
      const { app } = await startFlow()
      for (const id of ['none-1', 'none-1.00000000', '..%2f..%2fetc', 'constructor'])
        expect(await get(app, at(id, what))).toMatchObject({ status: 404, body: { code: 'UnknownIncident' } })
    },
  )

  test('[SRV16] an incident by itself has its headline, by role', async () => {
    const flow = await underAttack()
    const one = await get<{ headline: object }>(flow.app, `/api/v1/incidents/${OPEN}`)
    const { harm, counts } = await review(flow, OPEN)
    expect(one.body).toMatchObject({
      id: OPEN,
      imported: false,
      headline: { incident: OPEN, hits: counts.hits, harm: harm.total },
    })
  })

  test('[REV30] a review sets its incident among those that are over', async () => {
    const { app } = await startFlow({ demo: true })
    const { trend } = (await get<Served>(app, at(`${SHIP}-4`, 'review.json'))).body
    expect(trend).toMatchObject({
      ordinal: 4,
      inFortnight: 4,
      words: 'the fourth in two weeks',
      headlines: { length: 4 },
    })
    expect((await get<Served>(app, at(`${SHIP}-2`, 'review.json'))).body.trend).toMatchObject({
      ...{ ordinal: 2, headlines: [{ incident: `${SHIP}-1` }, { incident: `${SHIP}-2` }, { incident: `${SHIP}-3` }] },
    })
  })

  test('[SRV26] a review is folded with pauses in which others have their turn', async () => {
    const { service } = await startFlow({ demo: true })
    const found = await service.recordings.find(`${SHIP}-3`)
    if (!found.ok) throw new Error(found.error.detail)
    const work = folding(found.value, 'truth')
    let pauses = 0
    while (!work.next().done) pauses++
    expect(pauses).toBeGreaterThanOrEqual(found.value.count / 50)
  })
})

describe('a review as a file', () => {
  const raw = async ({ app }: Flow, kind: string, role: Role = 'instructor') =>
    app.inject({ url: at(OPEN, `review.${kind}`), headers: { host: 'localhost', 'bulkhead-role': role } })

  test('[RVW8] the page runs nothing, asks nobody for anything, and leaves texts as they are', async () => {
    const flow = await underAttack()
    await give(flow.service, improvement('<script>alert(1)</script>', '"><img src=x>'))
    const { headers, payload } = await raw(flow, 'html')
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `inline; filename="${OPEN}.review.html"`,
    })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('script-src')
    expect(payload).toContain('&lt;script&gt;')
    expect(payload).not.toMatch(/<script|<img|https?:\/\/(?!www\.w3\.org)/)
  })

  test('[RVW6] the PDF is that of the very review that its reader gets', async () => {
    const flow = await underAttack()
    await give(flow.service, { type: 'StopScenario' })
    const { trend, ...mine } = (await get<Served>(flow.app, at(OPEN, 'review.json'), 'captain')).body
    const { definition } = await recording(flow, OPEN, 'captain')
    const pdf = await raw(flow, 'pdf', 'captain')
    expect(pdf.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${OPEN}.review.pdf"`,
    })
    expect(pdf.rawPayload.equals(await reviewPdf(mine, trend, planOf(definition)))).toBe(true)
  })

  test('[RVW7] no cell of the table is a formula, whatever people wrote; numbers stay numbers', async () => {
    const flow = await underAttack()
    const written = [
      '=1+1',
      '+SUM(A1)',
      '-2+3',
      '@cmd',
      '=HYPERLINK("http://x","y")',
      'so;=1+1',
      '＝1+1',
      '-12.5',
      'a, "b"',
    ]
    for (const [index, text] of written.entries())
      await give(flow.service, { ...improvement(text), improvement: `i${index}` } as Order)
    const { headers, payload } = await raw(flow, 'csv')
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${OPEN}.review.csv"`,
    })
    expect(payload.startsWith('\ufeffsection,item,figure,value,unit\r\n')).toBe(true)
    const rows = parsedCsv(payload.slice(1)).slice(0, -1)
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([5]))
    const cells = rows.flat()
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))).toEqual([])
    expect(
      rows.filter(([section, , figure]) => section === 'improvements' && figure === 'text').map((row) => row[3]),
    ).toEqual([
      "'=1+1",
      "'+SUM(A1)",
      "'-2+3",
      "'@cmd",
      '\'=HYPERLINK("http://x","y")',
      "so;'=1+1",
      "'＝1+1",
      '-12.5',
      'a, "b"',
    ])
  })

  test('[RVW7] the table has the figures of the review', async () => {
    const flow = await underAttack()
    const { harm, hazards, incident, responses } = await review(flow, OPEN)
    const rows = parsedCsv((await raw(flow, 'csv')).payload.slice(1))
    const figure = (section: string, item: string, name: string) =>
      rows.find((row) => row[0] === section && row[1] === item && row[2] === name)?.slice(3)
    expect(figure('harm', '', 'total')).toEqual([String(harm.total), ''])
    const [first] = hazards
    if (!first) throw new Error('no hazard')
    expect(figure('hazards', first.task, 'began')).toEqual([
      String((first.beganAt - incident.fromMs) / 1000),
      's since opening',
    ])
    const contain = responses.find(({ measure }) => measure === 'contain')
    expect(figure('responses', 'contain', 'p90')).toEqual([
      contain?.p90Ms === null ? '' : String((contain?.p90Ms ?? 0) / 1000),
      's',
    ])
  })
})
