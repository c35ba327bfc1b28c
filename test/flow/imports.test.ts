import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { ROLES } from '#shared/protocol/rights.ts'
import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import type { Review } from '#shared/review/review.ts'
import type { Role } from '#shared/ship/events.ts'
import { importFolder } from '../../server/recordings/importFolder.ts'
import { RECORDING_BYTES_MAX } from '../../server/recordings/readFile.ts'
import { temporaryFolder } from '../support/folders.ts'
import { type Flow, get, give, newId, post, SHIP, startFlow } from './support/flow.ts'

const INCIDENTS = '/api/v1/incidents'
const OWN = `${SHIP}-1`

/** An attack that is over, and of which something was said since. */
const fought = async (): Promise<Flow> => {
  const flow = await startFlow()
  await give(flow.service, { type: 'SetClock', rate: 32 })
  await give(flow.service, { type: 'StartScenario', scenario: 'voyager-attack-4' })
  await flow.clock.pass(6_000)
  await give(flow.service, { type: 'StopScenario' })
  await give(flow.service, { type: 'PinNote', at: 2_000, text: 'Shields late', kind: 'improve' })
  return flow
}

/** As saved with a click: the very bytes. */
const saved = async ({ app }: Flow, incident: string, role: Role = 'instructor'): Promise<string> => {
  const headers = { host: 'localhost', 'bulkhead-role': role }
  return (await app.inject({ url: `${INCIDENTS}/${incident}/recording`, headers })).payload
}

const review = async ({ app }: Flow, incident: string, role?: Role): Promise<object> => {
  const { status, body } = await get<Review>(app, `${INCIDENTS}/${incident}/review.json`, role)
  expect(status).toBe(200)
  return { ...body, incident: { ...body.incident, id: OWN }, trend: null }
}

const brought = async ({ app }: Flow, text: string): Promise<IncidentSummary> => {
  const { status, body } = await post<IncidentSummary>(app, INCIDENTS, text)
  expect(status).toBe(201)
  return body
}

test('[RVW5] a recording saved here and brought in elsewhere gives every role the same replay and the same review', async () => {
  const here = await fought()
  const there = await startFlow({ data: temporaryFolder() })
  const { id } = await brought(there, await saved(here, OWN))
  for (const role of ROLES) {
    expect(await review(there, id, role), role).toEqual(await review(here, OWN, role))
    const { incident, ...file } = JSON.parse(await saved(there, id, role)) as RecordingFile
    expect(file).toEqual({ ...(JSON.parse(await saved(here, OWN, role)) as RecordingFile), incident: undefined })
    expect(incident).toMatchObject({ id, imported: true })
  }
})

test('[RVW5] what was saved by somebody who knew less says no more to anybody', async () => {
  const here = await fought()
  const there = await startFlow({ data: temporaryFolder() })
  const { id } = await brought(there, await saved(here, OWN, 'captain'))
  const known = await review(here, OWN, 'captain')
  for (const role of ROLES) expect(await review(there, id, role), role).toEqual(known)
})

test('[SRV27] brought in twice it is one incident, saved again and brought in again another of the same name', async () => {
  const here = await fought()
  const there = await startFlow({ data: temporaryFolder() })
  const text = await saved(here, OWN)
  const { id } = await brought(there, text)
  expect((await brought(there, text)).id).toBe(id)
  const again = await brought(there, await saved(there, id))
  expect(again.id).toMatch(new RegExp(`^${OWN}\\.[0-9a-f]{8}$`))
  expect(again.id).not.toBe(id)
  expect(await review(there, again.id)).toEqual(await review(there, id))
})

test('[SRV27] it is listed beside the ship’s own, by the ship of its file, and still after a restart', async () => {
  const data = temporaryFolder()
  const flow = await startFlow({ data, demo: true })
  const { id } = await brought(flow, await saved(flow, `${SHIP}-3`))
  await flow.stop()
  const { app } = await startFlow({ data, demo: true })
  const listed = async (query: string) => (await get<readonly IncidentSummary[]>(app, `${INCIDENTS}${query}`)).body
  expect((await listed('')).at(-1)).toMatchObject({ id, imported: true, name: 'The third attack' })
  expect((await listed(`?ship=${SHIP}`)).map(({ imported }) => imported)).toEqual([false, false, false, false, true])
  expect(await listed('?ship=petrel')).toEqual([])
  expect(await get(app, `${INCIDENTS}/${id}`)).toMatchObject({ status: 200, body: { headline: { incident: id } } })
})

test('[SRV26] while a long recording is read others have their turn', async () => {
  const data = temporaryFolder()
  const flow = await startFlow({ data, demo: true })
  const long = ' '.repeat(300_000)
  const { id } = await brought(flow, (await saved(flow, `${SHIP}-3`)) + long)
  const opening = importFolder(data).find(id)
  let turns = 0
  let over = false
  void opening?.finally(() => (over = true))
  for (; !over; turns++) await setImmediate()
  expect(await opening).toMatchObject({ ok: true, value: { incident: { id } } })
  expect(turns).toBeGreaterThan(10)
})

test('[SRV27] a file that was spoilt since it was listed is told of, and opened once it is put in order', async () => {
  const data = temporaryFolder()
  const flow = await startFlow({ data, demo: true })
  const { id } = await brought(flow, await saved(flow, `${SHIP}-3`))
  const path = join(data, 'recordings', `${id}.json`)
  const text = readFileSync(path)
  writeFileSync(path, '{}')
  expect((await get(flow.app, `${INCIDENTS}/${id}`)).body).toMatchObject({ problems: [{ path: '$.schema' }] })
  writeFileSync(path, text)
  expect((await get(flow.app, `${INCIDENTS}/${id}`)).status).toBe(200)
})

test('[SRV27] nothing can be said of it here', async () => {
  const flow = await fought()
  const { id } = await brought(flow, await saved(flow, OWN))
  const rated = { type: 'RateObjective', incident: id, objective: 'standing:report', text: 'Report', rating: 'P' }
  expect((await post(flow.app, `/api/v1/ships/${SHIP}/commands`, { id: newId(), ...rated })).status).toBe(400)
})

test('[SRV12] only the instructor brings in recordings', async () => {
  const flow = await fought()
  const text = await saved(flow, OWN)
  for (const role of ROLES.filter((one) => one !== 'instructor'))
    expect(await post(flow.app, INCIDENTS, text, role)).toMatchObject({ status: 403, body: { code: 'NotPermitted' } })
})

const nest = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

/** A recording changed in one place. */
const changed = (text: string, change: (file: Record<string, never> & RecordingFile) => unknown): string =>
  JSON.stringify(change(JSON.parse(text) as Record<string, never> & RecordingFile))

test('[SRV27] what is no recording is refused with what is wrong with it, and leaves nothing behind', async () => {
  const data = temporaryFolder()
  const flow = await startFlow({ data })
  const text = await saved(await fought(), OWN)
  const rubbish: readonly (readonly [string, string, string])[] = [
    ['nothing', '', '$'],
    ['a number', '7', '$.schema'],
    ['no JSON', '{"schema":', '$'],
    ['null', 'null', '$.schema'],
    ['a deep nest', nest(100_000), '$.schema'],
    ['a deep nest inside', `{"schema":"bulkhead/recording@1","events":${nest(100_000)}}`, '$.events[0][0]'],
    ['another file', '{"schema":"bulkhead/ship@1"}', '$.schema'],
    ['half of one', text.slice(0, text.length / 2), '$'],
    ['a prototype', changed(text, (file) => file).replace('"imported":', '"__proto__":'), '$.incident.__proto__'],
    [
      'another ship',
      changed(text, (file) => ({ ...file, definition: { ...file.definition, decks: [] } })),
      '$.definition',
    ],
    ['no state', changed(text, (file) => ({ ...file, start: { ...file.start, state: {} } })), '$.start.state'],
    ['a gap', changed(text, (file) => ({ ...file, events: file.events.toSpliced(3, 1) })), '$.events[3].seq'],
    ['no event', changed(text, (file) => ({ ...file, events: [] })), '$.events'],
    ['an end before the end', changed(text, (file) => ({ ...file, untilMs: 0 })), '$.untilMs'],
    [
      'an event that is none',
      changed(text, (file) => ({
        ...file,
        events: file.events.with(1, { ...file.events[1], type: 'toString' } as never),
      })),
      '$.events[1].type',
    ],
    [
      'a ship that cannot be shown',
      changed(text, (file) => ({ ...file, start: { ...file.start, state: { ...file.start.state, crews: { x: 1 } } } })),
      '$.start.state',
    ],
    [
      'a text that turns the screen round',
      changed(text, (file) => ({ ...file, notes: [{ ...file.notes[0], text: 'a\u202eb' }] })),
      '$.notes[0].text',
    ],
  ]
  for (const [what, body, path] of rubbish) {
    const { status, body: answer } = await post<{ problems?: { path: string }[] }>(flow.app, INCIDENTS, body)
    expect({ what, status, path: answer.problems?.[0]?.path.startsWith(path) }).toEqual({
      what,
      status: 400,
      path: true,
    })
  }
  expect(readdirSync(join(data, 'recordings'))).toEqual([])
  expect((await get(flow.app, INCIDENTS)).body).toEqual([])
})

test('[SRV27] what folds, and has no figures to review, is refused, too', async () => {
  const flow = await startFlow({ data: temporaryFolder() })
  const text = changed(await saved(await fought(), OWN), (file) => ({
    ...file,
    events: file.events.map((event) =>
      event.type === 'CasualtyReported' ? { ...event, name: { first: 'B' } } : event,
    ),
  }))
  expect((await post(flow.app, INCIDENTS, text)).status).toBe(400)
})

test('[SRV27] more than a recording may have is not taken', async () => {
  const flow = await startFlow({ data: temporaryFolder() })
  const answer = await post(flow.app, INCIDENTS, ' '.repeat(RECORDING_BYTES_MAX + 1))
  expect(answer).toMatchObject({ status: 413, body: { code: 'TooLarge' } })
})

test('[SRV20] a file of the folder that is wrong is reported and left out; what never came in whole is removed', async () => {
  const data = temporaryFolder()
  mkdirSync(join(data, 'recordings'))
  writeFileSync(join(data, 'recordings', 'broken.json'), '{"schema":"bulkhead/recording@1"}')
  writeFileSync(join(data, 'recordings', 'by-hand.json'), await saved(await fought(), OWN))
  writeFileSync(join(data, 'recordings', '.incoming-half'), '{"sch')
  expect(await importFolder(data).faults()).toMatchObject([
    { file: join(data, 'recordings', 'broken.json'), problems: { length: 8 } },
  ])
  const { app } = await startFlow({ data })
  expect((await get(app, INCIDENTS)).body).toMatchObject([{ name: 'The fourth attack', imported: true }])
  expect(readdirSync(join(data, 'recordings')).sort()).toEqual(['broken.json', 'by-hand.json'])
})

test('[SRV27] what lies in the folder is looked over while others are answered, and opened as soon as that is done', async () => {
  const data = temporaryFolder()
  mkdirSync(join(data, 'recordings'))
  const text = await saved(await fought(), OWN)
  for (const name of ['one', 'other'])
    writeFileSync(join(data, 'recordings', `${name}.json`), text + ' '.repeat(name.length))
  const { app } = await startFlow({ data })
  const order: string[] = []
  const asked = [INCIDENTS, '/api/v1/ships'].map(async (path) => (await get(app, path), order.push(path)))
  await Promise.all(asked)
  expect(order).toEqual(['/api/v1/ships', INCIDENTS])
  const listed = (await get(app, INCIDENTS)).body as readonly { readonly id: string }[]
  expect(listed).toHaveLength(2)
  const again = await startFlow({ data })
  expect((await get(again.app, `${INCIDENTS}/${listed[0]?.id}`)).status).toBe(200)
})

test('[SRV27] a file that was spoilt since it was listed says so, and nothing else suffers', async () => {
  const data = temporaryFolder()
  const flow = await startFlow({ data })
  const { id } = await brought(flow, await saved(await fought(), OWN))
  writeFileSync(join(data, 'recordings', `${id}.json`), '{}')
  expect(await get(flow.app, `${INCIDENTS}/${id}/review.json`)).toMatchObject({
    ...{ status: 422, body: { code: 'RecordingUnusable', incident: id } },
  })
  expect((await get(flow.app, INCIDENTS)).status).toBe(200)
})
