import { expect, test } from 'vitest'
import { give, listen, newId, SHIP } from './support/flow.ts'
import { ASK, guarded, guardedOn, type Visitor } from './support/guarded.ts'
import { connect } from './support/knock.ts'

const OTHER = 'petrel'

const start = async () => {
  const flow = await listen({ access: guarded() })
  const house = await guardedOn(flow)
  for (const ship of [SHIP, OTHER]) {
    await give(
      flow.service,
      { type: 'OpenIncident', kind: 'drill', name: `Canary of ${ship}` },
      newId(),
      'instructor',
      ship,
    )
    await give(flow.service, { type: 'CloseIncident' }, newId(), 'instructor', ship)
  }
  const invited = await house.instructor.invite({ ship: OTHER, pin: true })
  return { ...house, url: flow.url, invited, stranger: await house.joined('captain', OTHER) }
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, object>>>>
}

/** Whatever is asked of it, with the ids of one ship in every place for an id. */
const everyAnswer = async (
  visitor: Visitor,
  ship: string,
  session: string,
): Promise<ReadonlyMap<string, { status: number; body: string }>> => {
  const { paths } = (await visitor.ask('GET', '/api/v1/openapi.json')).body as OpenApi
  const answers = new Map<string, { status: number; body: string }>()
  for (const [path, methods] of Object.entries(paths)) {
    if (path === '/api/v1/session') continue // is about whoever asks
    const url = path.replace('{ship}', ship).replace('{incident}', `${ship}-1`).replace('{id}', session)
    for (const method of Object.keys(methods)) {
      const payload = { post: { id: newId(), type: 'RecordLog', text: 'x' } }[method]
      const { status, body } = await visitor.ask(method.toUpperCase() as 'GET', url, payload)
      answers.set(`${method} ${path}`, { status, body: typeof body === 'string' ? body : JSON.stringify(body) })
    }
  }
  return answers
}

test.each(['instructor', 'captain', 'observer'] as const)(
  '[ACC7] given one (%s) for one ship, every route that another is named in answers as if she were not there',
  async (role) => {
    const { joined, stranger } = await start()
    const own = await joined(role, SHIP)
    const session = await stranger.id()
    const other = await everyAnswer(own, OTHER, session)
    const none = await everyAnswer(own, 'no-such', 'nobody')
    for (const [route, { status, body }] of other) {
      if (!route.includes('{')) {
        expect(body.toLowerCase(), route).not.toContain(OTHER)
        continue
      }
      const asked = body.replaceAll(OTHER, 'no-such').replaceAll(session, 'nobody')
      expect({ route, status, body: asked }).toEqual({ route, ...none.get(route) })
      if (!route.includes('{id}')) expect(status, route).toBe(404)
    }
    expect((await stranger.ask('GET', `/api/v1/ships/${OTHER}`)).status).toBe(200)
  },
)

test('[ACC7] given somebody for one ship, every list has what is hers and nothing else', async () => {
  const { joined } = await start()
  const own = await joined('instructor', SHIP)
  const shipsIn = async (path: string, member: string) =>
    new Set(((await own.ask('GET', path)).body as readonly Record<string, string>[]).map((one) => one[member]))
  expect(await shipsIn('/api/v1/ships', 'id')).toEqual(new Set([SHIP]))
  expect(await shipsIn('/api/v1/incidents', 'ship')).toEqual(new Set([SHIP]))
  expect(await shipsIn('/api/v1/scenarios', 'ship')).toEqual(new Set([SHIP]))
  expect((await own.ask('GET', `/api/v1/incidents?ship=${OTHER}`)).body).toEqual([])
  const { invites, sessions } = (await own.ask('GET', '/api/v1/access')).body as Record<
    string,
    readonly { ship: string }[]
  >
  expect(invites).toEqual([])
  expect(sessions?.map(({ ship }) => ship)).toEqual([SHIP])
})

test('[ACC7] given an instructor of one ship, they let nobody in elsewhere, commission nothing and bring nothing in', async () => {
  const { joined, stranger, invited, service, instructor } = await start()
  const own = await joined('instructor', SHIP)
  const key = { role: 'captain', name: 'x', days: 1 }
  expect(await own.ask('POST', '/api/v1/access/invites', { ...ASK, ship: OTHER })).toMatchObject({ status: 404 })
  expect(await own.ask('POST', '/api/v1/access/invites', { ...ASK, ship: null })).toMatchObject({ status: 403 })
  expect((await own.ask('POST', '/api/v1/access/invites', { ...ASK, ship: SHIP })).status).toBe(201)
  expect(await own.ask('POST', '/api/v1/access/keys', { ...key, ship: OTHER })).toMatchObject({ status: 404 })
  expect(await own.ask('POST', '/api/v1/access/keys', { ...key, ship: null })).toMatchObject({ status: 403 })
  const session = await stranger.id()
  expect((await own.ask('DELETE', `/api/v1/access/sessions/${session}`)).status).toBe(404)
  await own.ask('DELETE', `/api/v1/access/invites/${invited.id}`)
  expect((await instructor.ask('GET', '/api/v1/access')).body).toMatchObject({
    invites: expect.arrayContaining([expect.objectContaining({ id: invited.id })]) as unknown,
  })
  expect(await own.ask('POST', '/api/v1/ships', { definition: {} })).toMatchObject({ status: 403 })
  expect(await own.ask('POST', '/api/v1/incidents', {})).toMatchObject({ status: 403 })
  expect(await own.ask('GET', '/metrics')).toMatchObject({ status: 403 })
  expect(service.ships.has(OTHER)).toBe(true)
})

test('[ACC7] given a dashboard for one ship, no call about another is answered otherwise than about none', async () => {
  const { joined, url, service } = await start()
  const link = await connect(url, { cookie: (await joined('instructor', SHIP)).cookie })
  const command = { id: newId(), type: 'RecordLog', text: 'x' } as const
  for (const ship of [OTHER, 'no-such']) {
    const refused = { ok: false, error: { code: 'UnknownShip', detail: `There is no ship ${ship}.`, ship } }
    expect(await link.emitWithAck('watch', { ship })).toEqual(refused)
    expect(await link.emitWithAck('unwatch', { ship })).toEqual(refused)
    expect(await link.emitWithAck('command', { ship, command })).toEqual(refused)
    expect(await link.emitWithAck('differs', { ship, seq: 1, hash: 'x' })).toEqual(refused)
  }
  const scenario = { id: newId(), type: 'StartScenario', scenario: 'petrel-collision' } as const
  const other = await link.emitWithAck('command', { ship: SHIP, command: scenario })
  const none = await link.emitWithAck('command', {
    ship: SHIP,
    command: { ...scenario, id: newId(), scenario: 'no-such' },
  })
  expect(JSON.stringify(other).replaceAll('petrel-collision', 'no-such')).toBe(JSON.stringify(none))
  expect(await link.emitWithAck('watch', { ship: SHIP })).toMatchObject({ ok: true })
  expect(service.log.head(OTHER)).toBe(3)
})

test('[ACC7] given a sister ship, her scenarios, which would fit, are not there for somebody of one ship', async () => {
  const { instructor, joined } = await start()
  const sister = 'sister'
  const { definition } = (await instructor.ask('GET', `/api/v1/ships/${SHIP}`)).body as { readonly definition: object }
  expect((await instructor.ask('POST', '/api/v1/ships', { definition, id: sister })).status).toBe(201)
  const own = await joined('instructor', sister)
  expect((await own.ask('GET', '/api/v1/scenarios')).body).toEqual([])
  const begin = (who: Visitor, scenario: string) =>
    who.ask('POST', `/api/v1/ships/${sister}/commands`, { id: newId(), type: 'StartScenario', scenario })
  const [hers, none] = [await begin(own, 'voyager-attack-1'), await begin(own, 'no-such')]
  expect(hers.status).toBe(422)
  expect(JSON.stringify(hers.body).replaceAll('voyager-attack-1', 'no-such')).toBe(JSON.stringify(none.body))
  expect((await begin(instructor, 'voyager-attack-1')).status).toBe(200)
})

test('[ACC7] given somebody for a ship, neither events nor those who watch are told more of them than role and name', async () => {
  const { joined, url, service } = await start()
  const link = await connect(url, { cookie: (await joined('captain', SHIP)).cookie })
  const told: unknown[] = []
  link.on('presence', ({ watching }) => told.push(...watching))
  await link.emitWithAck('watch', { ship: SHIP })
  await link.emitWithAck('command', { ship: SHIP, command: { id: newId(), type: 'RecordLog', text: 'x' } })
  expect(told).toEqual([{ role: 'captain', name: 'captain' }])
  expect(service.log.events(SHIP, 3, 9)).toMatchObject([{ by: { role: 'captain', name: 'captain' } }])
  expect(Object.keys(service.log.events(SHIP, 3, 9)[0]?.by ?? {})).toEqual(['role', 'name'])
})
