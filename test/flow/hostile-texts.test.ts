import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import type { Session } from '#shared/protocol/access.ts'
import type { Review } from '#shared/review/review.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { typesetter } from '../../server/paper/pdf/typesetting.ts'
import { plainText } from '../../server/paper/plainText.ts'
import { temporaryFolder } from '../support/folders.ts'
import { HOSTILE_NAMES } from '../support/hostile-names.ts'
import { parsedCsv } from '../support/csv.ts'
import { pagesOf } from '../support/pdf-pages.ts'
import { get, post, startFlow } from './support/flow.ts'
import { HOSTILE_INCIDENT, HOSTILE_SHIP, hostileHouse, type HostileHouse } from './support/hostileHouse.ts'

const INCIDENT = `/api/v1/incidents/${HOSTILE_INCIDENT}`
const ALL_OF_IT_MS = 120_000

describe('given hostile names of everybody and everything', () => {
  const data = mkdtempSync(join(tmpdir(), 'bulkhead-'))
  let house: HostileHouse

  beforeAll(async () => {
    house = await hostileHouse(data)
  }, ALL_OF_IT_MS)
  afterAll(async () => {
    await house.stop()
    rmSync(data, { recursive: true })
  })

  const told = async <Body>(path: string): Promise<Body> => {
    const { status, body, headers } = await house.instructor.ask('GET', path)
    expect(status, path).toBe(200)
    for (const [name, value] of Object.entries(headers)) expect(String(value), name).toMatch(/^[ -~]*$/)
    return body as Body
  }

  test('[SRV28] they are told as they were written: people, keys, orders, and what is on record', async () => {
    const { sessions } = await told<{ readonly sessions: readonly Session[] }>('/api/v1/access')
    for (const kind of ['browser', 'program'])
      expect(sessions.filter((one) => one.kind === kind).map(({ name }) => name)).toEqual(
        kind === 'browser' ? ['Ines', ...HOSTILE_NAMES] : HOSTILE_NAMES,
      )
    const { events } = await told<{ readonly events: readonly RecordedEvent[] }>(
      `/api/v1/ships/${HOSTILE_SHIP}/events?after=0&limit=1000`,
    )
    const noted = events.flatMap((event) => (event.type === 'LogRecorded' ? [[event.by.name, event.text]] : []))
    expect(noted).toEqual(HOSTILE_NAMES.map((name) => [name, name]))
  })

  test('[SRV28] a review has them as they were written, and so has one of it saved here and brought in elsewhere', async () => {
    const review = await told<Review>(`${INCIDENT}/review.json`)
    expect(review.improvements.map(({ text, owner }) => [text, owner])).toEqual(HOSTILE_NAMES.map((one) => [one, one]))
    expect(review.pins.map(({ text, by }) => [text, by])).toEqual(HOSTILE_NAMES.map((one) => [one, one]))
    expect(review.casualties.map(({ name }) => name)).toEqual(expect.arrayContaining([...HOSTILE_NAMES]))
    const elsewhere = await startFlow({ data: temporaryFolder() })
    const saved = await house.instructor.ask('GET', `${INCIDENT}/recording`)
    const { status, body } = await post<IncidentSummary>(elsewhere.app, '/api/v1/incidents', saved.body)
    expect(status).toBe(201)
    const there = await get<Review>(elsewhere.app, `/api/v1/incidents/${body.id}/review.json`)
    expect({ ...there.body, incident: null, trend: null }).toEqual({ ...review, incident: null, trend: null })
  })

  test('[RVW8] the page has each as text, and nothing but its own elements', async () => {
    const page = await told<string>(`${INCIDENT}/review.html`)
    const text = page.replace(/<[^>]*>/g, '')
    for (const name of HOSTILE_NAMES) expect(text).toContain(asHtml(plainText(name)))
    const tags = [...page.matchAll(/<\/?([^\s>]+)([^>]*)>/g)]
    expect(tags.map(([, name]) => name).filter((name) => !OWN_ELEMENTS.test(String(name)))).toEqual([])
    expect(tags.filter(([, , attributes]) => /\son\w+=|javascript:|srcdoc/i.test(String(attributes)))).toEqual([])
  })

  test('[RVW7] the table has each as text, and no formula', async () => {
    const cells = parsedCsv((await told<string>(`${INCIDENT}/review.csv`)).slice(1)).flat()
    for (const name of HOSTILE_NAMES)
      expect(cells.map((cell) => cell.replaceAll("'", ''))).toContain(name.replaceAll("'", ''))
    expect(cells.filter((cell) => /^[=+\-@＝＋－＠\s]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))).toEqual([])
  })

  test(
    '[RVW8] the PDF has each as text, as far as its typefaces go',
    async () => {
      const { app, instructor } = house
      const headers = { host: 'localhost:1701', cookie: instructor.cookie ?? '' }
      const { rawPayload } = await app.inject({ url: `${INCIDENT}/review.pdf`, headers })
      const printed = (await pagesOf(rawPayload, 0.1)).map(({ text }) => packed(text)).join('')
      for (const name of HOSTILE_NAMES.filter((one) => /^[ -~]+$/.test(one))) expect(printed).toContain(packed(name))
    },
    ALL_OF_IT_MS,
  )

  test('[RVW8] the PDF can have any character in it', () => {
    const type = typesetter()
    const style = { voice: 'strong', size: 10, leading: 12, ink: 'ink' } as const
    for (let first = 0; first < 0x10000; first += 16) {
      const text = String.fromCharCode(...Array.from({ length: 16 }, (_, index) => first + index))
      expect(type.line(text, style).width, first.toString(16)).toBeGreaterThanOrEqual(0)
    }
  })

  test('[SRV28] none is in a line of the log or a figure', async () => {
    const figures = await told<string>('/metrics')
    const telling = HOSTILE_NAMES.filter((name) => name.length > 9)
    for (const text of [...house.lines, figures])
      expect(telling.filter((name) => text.includes(name) || text.includes(JSON.stringify(name).slice(1, -1)))).toEqual(
        [],
      )
    expect(house.lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true)
  })
})

const OWN_ELEMENTS =
  /^(!doctype|html|head|meta|title|style|body|main|header|section|h[1-4]|p|div|span|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|figure|figcaption|svg|g|defs|pattern|rect|line|path|polyline|polygon|circle|text|tspan|desc|small|strong|em|a|i|nav|footer|br)$/i

const packed = (text: string): string => plainText(text).replace(/\s+/g, '')

const asHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
