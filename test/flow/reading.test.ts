import { brotliDecompressSync } from 'node:zlib'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import type { TSchema } from 'typebox'
import { fold } from '#shared/ship/evolve.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { newShip, type ShipState, shipFrom, stateOf } from '#shared/ship/state.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { get, give, listen, newId, post, SHIP, startFlow } from './support/flow.ts'
import { atOnce } from '../../server/runs/work.ts'
import { runOf } from './support/runOf.ts'
import { turns } from './support/testClock.ts'

const PATH = `/api/v1/ships/${SHIP}`

interface Page {
  readonly events: readonly RecordedEvent[]
  readonly next: number | null
}

test('[SRV16] the ships are listed; one is shown whole', async () => {
  const { app } = await startFlow()
  const { body } = await get<{ id: string }[]>(app, '/api/v1/ships')
  expect(body).toContainEqual({ id: SHIP, name: 'Voyager', seq: 1, alert: 'green', incident: null, quarantined: null })
  expect((await get(app, PATH)).body).toMatchObject({ definition: { id: SHIP }, seq: 1, at: 0, state: { seq: 1 } })
  expect(await get(app, '/api/v1/ships/no-such')).toMatchObject({ status: 404, body: { code: 'UnknownShip' } })
})

test('[SRV9] events come page by page, gapless, and fold to the state that is shown', async () => {
  const { app, service } = await startFlow()
  for (let n = 0; n < 6; n++) await give(service, { type: 'RecordLog', text: `line ${n}` })
  const first = await get<Page>(app, `${PATH}/events?limit=3`)
  expect(first.body).toMatchObject({ events: [{ seq: 1 }, { seq: 2 }, { seq: 3 }], next: 3 })
  expect((await get<Page>(app, `${PATH}/events?after=3&limit=4`)).body).toMatchObject({
    events: { length: 4 },
    next: null,
  })
  expect((await get<Page>(app, `${PATH}/events?after=99`)).body).toEqual({ events: [], next: null })
  const all = await get<Page>(app, `${PATH}/events`)
  const shown = await get<{ state: ShipState }>(app, PATH)
  expect(stateOf(fold(newShip(runOf(service).plan), all.body.events))).toEqual(shown.body.state)
})

test('[SRV11] over HTTP others than the instructor see neither seed nor fate', async () => {
  const { app, service } = await startFlow()
  await give(service, { type: 'StartScenario', scenario: 'voyager-attack-4', seed: 4711 })
  await give(service, { type: 'ReportCasualty', compartment: '11-08', injury: 'burns' })
  const incident = `/api/v1/incidents/${SHIP}-1/recording`
  const paths = [PATH, `${PATH}/events`, `${PATH}/board`, `${PATH}/damage-report`, incident]
  for (const path of paths) {
    const text = JSON.stringify((await get(app, path, 'medical')).body)
    expect(text).not.toContain('4711')
    expect(text).not.toMatch(/"survivesTreatment":false|"worsensAt":\d/)
  }
  expect(JSON.stringify((await get(app, PATH, 'instructor')).body)).toContain('4711')

  const casualty = { id: newId(), type: 'ReportCasualty', compartment: '11-08', injury: 'severe-burns' }
  const done = await post<Page>(app, `${PATH}/commands`, casualty, 'medical')
  expect(done.body.events).toMatchObject([{ type: 'CasualtyReported', fate: { severity: 'minimal' } }])
})

test('[SRV22] a recording holds all that a replay needs', async () => {
  const { app, service, clock } = await startFlow()
  await give(service, { type: 'SetClock', rate: 32 })
  await give(service, { type: 'StartScenario', scenario: 'voyager-attack-4' })
  await clock.pass(10_000)
  await give(service, { type: 'StopScenario' })
  await give(service, { type: 'RecordLog', text: 'After it' })

  const incidents = await get<{ id: string }[]>(app, `/api/v1/incidents?ship=${SHIP}`)
  expect(incidents.body).toMatchObject([{ id: `${SHIP}-1`, ship: SHIP, kind: 'attack', name: 'The fourth attack' }])
  const id = `${SHIP}-1`
  const one = await get<{ openedSeq: number; closedSeq: number }>(app, `/api/v1/incidents/${id}`)
  const { body } = await get<{
    definition: ShipFile
    start: { seq: number; at: number; state: ShipState }
    events: RecordedEvent[]
  }>(app, `/api/v1/incidents/${id}/recording`)
  expect(body.start.seq).toBe(one.body.openedSeq - 1)
  expect(body.events[0]).toMatchObject({ type: 'IncidentOpened', at: body.start.at })
  expect(body.events.at(-1)).toMatchObject({ type: 'IncidentClosed', seq: one.body.closedSeq })
  const replayed = fold(shipFrom(planOf(body.definition), body.start.state), body.events)
  expect(stateOf(replayed)).toEqual(stateOf(atOnce(service.ships.asOf(runOf(service), one.body.closedSeq))))
  expect(await get(app, '/api/v1/incidents/none')).toMatchObject({ status: 404, body: { code: 'UnknownIncident' } })
  expect((await get(app, '/api/v1/incidents?ship=none')).body).toEqual([])
})

test('[SRV22] whoever takes Brotli gets a recording in Brotli, whatever else they take', async () => {
  const { app, service } = await startFlow()
  await give(service, { type: 'StartScenario', scenario: 'voyager-attack-4' })
  const url = `/api/v1/incidents/${SHIP}-1/recording`
  const headers = { host: 'localhost', 'accept-encoding': 'gzip, deflate, br, zstd' }
  const sent = await app.inject({ url, headers })
  expect(sent.headers['content-encoding']).toBe('br')
  expect(JSON.parse(brotliDecompressSync(sent.rawPayload).toString())).toEqual((await get(app, url)).body)
})

test('[SRV23] a ship comes from a ship file; one that is wrong is refused with everything that is wrong', async () => {
  const { app, service } = await startFlow()
  const { definition } = runOf(service)
  const created = await post(app, '/api/v1/ships', { definition, id: 'sister' })
  expect(created).toMatchObject({ status: 201, body: { id: 'sister', name: 'Voyager', seq: 1 } })
  expect((await get(app, '/api/v1/ships/sister')).body).toMatchObject({ definition: { id: 'sister' } })
  expect(await post(app, '/api/v1/ships', { definition, id: 'sister' })).toMatchObject({
    ...{ status: 409, body: { code: 'ShipExists' } },
  })
  const wrong = { ...definition, id: 'wrong', complement: 'many', systems: [] }
  const refused = await post<{ problems: { path: string }[] }>(app, '/api/v1/ships', { definition: wrong })
  expect(refused).toMatchObject({ status: 400, body: { code: 'Malformed' } })
  expect(refused.body.problems.map(({ path }) => path)).toEqual(expect.arrayContaining(['$.complement', '$.systems']))
  for (const definition of [null, 7, [], 'x'])
    expect((await post(app, '/api/v1/ships', { definition })).status).toBe(400)
  expect((await post(app, '/api/v1/ships', { definition, id: 'mine' }, 'captain')).status).toBe(403)
  await give(service, { type: 'RecordLog', text: 'Still here' })
})

test('[SRV23] a sister ship can be put through the same scenario; one that lacks its parts cannot', async () => {
  const { app, service } = await startFlow()
  const { definition } = runOf(service)
  await post(app, '/api/v1/ships', { definition, id: 'sister' })
  const start = { type: 'StartScenario', scenario: 'voyager-attack-4' }
  expect((await post(app, '/api/v1/ships/sister/commands', { id: newId(), ...start })).status).toBe(200)
  const others = [...service.ships.all()].filter(({ id }) => ![SHIP, 'sister'].includes(id))
  for (const { id } of others)
    expect(await post(app, `/api/v1/ships/${id}/commands`, { id: newId(), ...start })).toMatchObject({
      ...{ status: 422, body: { code: 'ScenarioDoesNotFit' } },
    })
})

interface OpenApi {
  readonly openapi: string
  readonly paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: TSchema }> }> }>
  >
}

test('[SRV16] the description is OpenAPI 3.1 and lists every route', async () => {
  const { app } = await startFlow()
  const { body } = await get<OpenApi>(app, '/api/v1/openapi.json')
  expect(body.openapi).toBe('3.1.0')
  const listed = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(listed.sort()).toEqual(
    [
      ...['GET /api/v1/session', 'POST /api/v1/session', 'DELETE /api/v1/session', 'GET /api/v1/access'],
      ...['POST /api/v1/access/invites', 'DELETE /api/v1/access/invites/{id}', 'POST /api/v1/access/keys'],
      ...['POST /api/v1/access/sessions/{id}/admit', 'DELETE /api/v1/access/sessions/{id}'],
      ...['GET /healthz', 'GET /readyz', 'GET /metrics', 'GET /api/v1/openapi.json', 'GET /api/v1/scenarios'],
      ...['GET /api/v1/ships', 'POST /api/v1/ships', 'GET /api/v1/ships/{ship}', 'POST /api/v1/ships/{ship}/commands'],
      ...['events', 'board', 'damage-report'].map((view) => `GET /api/v1/ships/{ship}/${view}`),
      ...['', '/{incident}', '/{incident}/recording'].map((rest) => `GET /api/v1/incidents${rest}`),
      ...['json', 'csv', 'html', 'pdf'].map((kind) => `GET /api/v1/incidents/{incident}/review.${kind}`),
      'POST /api/v1/incidents',
    ].sort(),
  )
})

test('[SRV16] what is sent is what the description says', async () => {
  const { app, service } = await startFlow({ demo: true })
  const { body } = await get<OpenApi>(app, '/api/v1/openapi.json')
  for (const [path, { get: described }] of Object.entries(body.paths)) {
    const schema = described?.responses['200']?.content?.['application/json']?.schema
    if (!schema || path === '/metrics') continue
    const url = path.replace('{ship}', SHIP).replace('{incident}', `${SHIP}-1`)
    const answer = await get(app, url)
    expect(answer.status, url).toBe(200)
    expect(Compile(schema).Errors(answer.body), url).toEqual([])
  }
  expect(runOf(service).durable.ship.seq).toBeGreaterThan(1)
})

test('[SRV18] health, readiness and figures', async () => {
  const { app, service } = await listen()
  expect((await get(app, '/healthz')).body).toEqual({ ok: true })
  expect((await get(app, '/readyz')).body).toEqual({ ready: true, reasons: [], warnings: [], quarantined: [] })
  await give(service, { type: 'RecordLog', text: 'One' })
  await give(service, { type: 'CloseIncident' })
  await turns()
  const { payload } = await app.inject({ url: '/metrics', headers: { host: 'localhost' } })
  expect(payload).toContain('bulkhead_commands_total{outcome="ok"} 1')
  expect(payload).toContain('bulkhead_commands_total{outcome="NoIncidentOpen"} 1')
  expect(payload).toContain(`bulkhead_ship_seq{ship="${SHIP}"} 2`)
  expect(payload).toContain('bulkhead_dashboards 0')
  expect(payload).toMatch(/bulkhead_commit_seconds_count 2/)
})
