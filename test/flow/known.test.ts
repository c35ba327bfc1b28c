import { describe, expect, test } from 'vitest'
import { projectState } from '#shared/protocol/projection.ts'
import type { Script } from '#shared/ship/commands.ts'
import type { Role } from '#shared/ship/events.ts'
import { fold } from '#shared/ship/evolve.ts'
import { type Ship, shipFrom, stateOf } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { handle } from '../../server/runs/handle.ts'
import { type Flow, listen, newId } from './support/flow.ts'
import { runOf } from './support/runOf.ts'
import { eventually, Watcher } from './support/watcher.ts'
import { pagesOf } from '../support/pdf-pages.ts'
import { smallShip } from '../support/small-ship.ts'

/** Two compartments that nothing speaks of but the damage in them. */
const VOID = '04-01'
const LOCKER = '04-02'
const CANARY = {
  name: 'Canary Wren',
  areaM2: '1.2345678',
  percent: '37.654321',
  fault: '61.234567',
  breach: '"B1"',
  casualty: '"C1"',
  void: VOID,
  locker: LOCKER,
} as const
/** What a crew that looks into both compartments finds; a fault is for a diagnostic. */
const FOUND = ['name', 'areaM2', 'breach', 'casualty', 'void', 'locker'] as const

const definition = (): ShipFile => {
  const { file } = smallShip().plan
  return {
    ...file,
    sensors: { system: 'computer', noticeSeconds: 3_600 },
    decks: [...file.decks, { id: 4, name: 'Orlop' }],
    compartments: [
      ...(file.compartments ?? []),
      { id: VOID, name: 'Void', volumeM3: 50, box: [0, 9, 20, 3] },
      { id: LOCKER, name: 'Locker', volumeM3: 50, box: [20, 9, 20, 3] },
    ],
    passages: [
      ...(file.passages ?? []),
      { between: ['03-02', VOID], kind: 'ladder', seconds: 5 },
      { between: [VOID, LOCKER], kind: 'door', seconds: 5 },
    ],
    rooms: [...file.rooms, { id: 'locker', name: 'Locker', compartments: [LOCKER], people: 1 }],
    complement: 19,
  }
}

const inject = (order: Extract<Script['injects'][number], { do: unknown }>['do']) => ({ at: 0, do: order })
const SCRIPT: Script = {
  ...{ name: 'In the dark', kind: 'drill', seed: 7, conditional: [], endsAfterMs: null },
  injects: [
    inject({ type: 'DamageSystem', system: 'computer', to: 0 }),
    inject({ type: 'InflictBreach', compartment: VOID, area: Number(CANARY.areaM2) }),
    inject({ type: 'ReportCasualty', compartment: LOCKER, injury: 'burns', name: CANARY.name }),
    inject({ type: 'DamageSystem', system: 'shield-fore', to: Number(CANARY.percent) }),
    inject({ type: 'DamageSystem', system: 'emitters', to: Number(CANARY.fault), hidden: true }),
    inject({ type: 'StartFire', compartment: LOCKER, growth: 'medium' }),
  ],
}

const CREW: readonly Role[] = ['captain', 'operations', 'medical', 'observer']

/** A dashboard that keeps every byte it is sent. */
class Ear extends Watcher {
  readonly frames: string[] = []

  constructor(url: string, role: Role) {
    super(url, role)
    this.socket.io.on('open', () =>
      this.socket.io.engine.on('data', (frame: unknown) => this.frames.push(String(frame))),
    )
  }
}

type Canary = keyof typeof CANARY
const ALL = Object.keys(CANARY) as Canary[]

/** The canaries in what was sent, the ship file apart: everybody has that. */
const heardIn = (sent: readonly string[], file: ShipFile): readonly Canary[] => {
  const told = sent.map((text) => text.replaceAll(JSON.stringify(file), '')).join('\n')
  return ALL.filter((canary) => told.includes(CANARY[canary]))
}

const startDark = async () => {
  const flow = await listen()
  const commissioned = await flow.app.inject({
    ...{ method: 'POST', url: '/api/v1/ships', headers: { host: 'localhost' } },
    payload: { definition: definition(), id: 'tern' },
  })
  expect(commissioned.statusCode).toBe(201)
  return flow
}

const giveAs = async ({ app }: Flow, role: Role, order: object): Promise<string> => {
  const headers = { host: 'localhost', 'bulkhead-role': role }
  const payload = { id: newId(), ...order }
  return (await app.inject({ method: 'POST', url: '/api/v1/ships/tern/commands', headers, payload })).body
}

const begin = async (flow: Flow): Promise<void> => {
  const sent = { id: newId(), type: 'StartScenario', scenario: 'dark' } as const
  const by = { role: 'instructor', name: '' } as const
  const command = { ...sent, script: SCRIPT }
  await new Promise((reply) => handle(runOf(flow.service, 'tern'), { sent, command, by, reply }, flow.service))
  await giveAs(flow, 'instructor', { type: 'SetClock', rate: 1 })
  await flow.clock.pass(2_000)
}

interface Operation {
  readonly parameters?: readonly unknown[]
}
type OpenApi = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }

const textOf = async (pdf: Uint8Array): Promise<string> =>
  (await pagesOf(pdf, THUMBNAIL)).map(({ text }) => text).join('\n')

/** Pixels a point: nobody looks at the pictures. */
const THUMBNAIL = 0.05

/** A recording of all that is so, brought in as a file: what it hides stays hidden. */
const bringIn = async ({ app }: Flow, incident: string): Promise<void> => {
  const headers = { host: 'localhost', 'content-type': 'application/json' }
  const { payload } = await app.inject({ url: `/api/v1/incidents/${incident}/recording`, headers })
  const brought = await app.inject({ method: 'POST', url: '/api/v1/incidents', headers, payload })
  expect(brought.statusCode).toBe(201)
}

/** Every answer to every request there is, by the description that the server gives of itself. */
const everyAnswer = async ({ app }: Flow, role: Role, pdfOf = ''): Promise<ReadonlyMap<string, string>> => {
  const headers = { host: 'localhost', 'bulkhead-role': role }
  const api = (await app.inject({ url: '/api/v1/openapi.json', headers })).json<OpenApi>()
  const incidents = (await app.inject({ url: '/api/v1/incidents', headers })).json<readonly { id: string }[]>()
  const answers = new Map<string, string>()
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const method of Object.keys(methods)) {
      for (const { id } of path.includes('{incident}') ? incidents : [{ id: '' }]) {
        const url = path.replace('{ship}', 'tern').replace('{incident}', id)
        if (url.endsWith('.pdf') && id !== pdfOf) continue // another one takes long, and is set from the same review
        const payload = method === 'get' ? {} : { payload: { id: newId(), type: 'RecordLog', text: 'All quiet' } }
        const response = await app.inject({ method: method.toUpperCase() as 'GET', url, headers, ...payload })
        answers.set(`${method} ${url}`, url.endsWith('.pdf') ? await textOf(response.rawPayload) : response.body)
      }
    }
  }
  return answers
}

const seqOf = (flow: Flow): number => runOf(flow.service, 'tern').durable.ship.seq

const snapshotFor = async (
  flow: Flow & { url: string },
  role: Role,
): Promise<{ ship: Ship; frames: readonly string[] }> => {
  const ear = new Ear(flow.url, role)
  const answer = await ear.watch('tern')
  if (!answer.ok || !('state' in answer)) throw new Error('no state')
  return { ship: shipFrom(planOf(answer.definition), answer.state), frames: ear.frames }
}

describe('what a role must not know is in no byte it gets', () => {
  test(
    '[KNO9] live, resumed, as a snapshot, and in every answer over HTTP, until it is found out',
    { timeout: 30_000 },
    async () => {
      const flow = await startDark()
      const { service } = flow
      const file = runOf(service, 'tern').definition
      const live = CREW.map((role) => ({ role, ear: new Ear(flow.url, role) }))
      const instructor = new Ear(flow.url, 'instructor')
      await Promise.all([...live.map(({ ear }) => ear.watch('tern')), instructor.watch('tern')])
      const before = seqOf(flow)
      const starts = new Map(
        await Promise.all(CREW.map(async (role) => [role, await snapshotFor(flow, role)] as const)),
      )

      await begin(flow)
      const hidden = seqOf(flow)
      await eventually(() =>
        [...live.map(({ ear }) => ear), instructor].every((ear) => ear.events.at(-1)?.seq === hidden),
      )
      expect(heardIn(instructor.frames, file)).toEqual(ALL)
      expect(heardIn([...(await everyAnswer(flow, 'instructor')).values()], file)).toEqual(ALL)
      await bringIn(flow, 'tern-1')
      expect(instructor.events.filter(({ hides }) => hides).length).toBeGreaterThan(4)

      for (const { role, ear } of live) {
        const resumed = new Ear(flow.url, role)
        await resumed.watch('tern', before)
        const command = { id: newId(), type: 'SetTaskPriority', task: 'breach:B2', priority: 'first' } as const
        await resumed.socket.emitWithAck('command', { ship: 'tern', command })
        const late = await snapshotFor(flow, role)
        const answers = await everyAnswer(flow, role, role === 'captain' ? 'tern-1' : '')
        expect([...answers.keys()]).toEqual(
          expect.arrayContaining([
            'get /api/v1/ships/tern',
            'get /api/v1/ships/tern/events',
            'get /api/v1/ships/tern/board',
            'get /api/v1/ships/tern/damage-report',
          ]),
        )
        for (const what of ['recording', 'review.json', 'review.csv', 'review.html'])
          expect([...answers.keys()].filter((path) => path.endsWith(`/${what}`))).toHaveLength(2) // of the log, of a file
        const orders = await Promise.all([
          giveAs(flow, role, { type: 'SetTaskPriority', task: 'breach:B2', priority: 'first' }),
          giveAs(flow, role, { type: 'RaiseForceField', compartment: '01-01' }),
          giveAs(flow, role, { type: 'ReportDamage', compartment: '03-02', what: 'other', text: 'Cold down here' }),
        ])
        const sent = { live: ear.frames, resumed: resumed.frames, snapshot: late.frames, orders }
        for (const [way, frames] of Object.entries(sent)) expect(heardIn(frames, file), `${role} ${way}`).toEqual([])
        for (const [path, body] of answers) expect(heardIn([body], file), `${role} ${path}`).toEqual([])
        expect(JSON.stringify(late.ship.unknown)).toBe('{}')
      }

      await giveAs(flow, 'operations', { type: 'DispatchCrew', crew: 'bravo', task: `place:${VOID}` })
      await flow.clock.pass(30_000)
      await giveAs(flow, 'operations', { type: 'DispatchCrew', crew: 'alpha', task: `place:${LOCKER}` })
      await flow.clock.pass(60_000)
      const found = seqOf(flow)
      await eventually(() => live.every(({ ear }) => ear.events.at(-1)?.seq === found))
      for (const { role, ear } of live) {
        expect(heardIn(ear.frames, file), role).toEqual(FOUND)
        const late = await snapshotFor(flow, role)
        const start = starts.get(role)
        if (!start) throw new Error('no start')
        const folded = fold(start.ship, ear.events)
        expect(projectState(stateOf(folded), role), role).toEqual(stateOf(late.ship))
        expect(ear.events.map(({ seq }) => seq)).toEqual(
          Array.from({ length: found - before }, (_, n) => before + 1 + n),
        )
      }
    },
  )
})
