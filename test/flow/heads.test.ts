import { expect, onTestFinished, test } from 'vitest'
import { projectState } from '#shared/protocol/projection.ts'
import type { RecordedEvent, Role } from '#shared/ship/events.ts'
import { hashOf } from '#shared/ship/hash.ts'
import { stateOf } from '#shared/ship/state.ts'
import type { Service } from '../../server/service.ts'
import { isKeptOrder, Kept } from '../../web/src/link/kept.ts'
import { Link } from '../../web/src/link/link.ts'
import { openSocket } from '../../web/src/link/socketWire.ts'
import { StateCheck } from '../../web/src/link/stateCheck.ts'
import type { OpenWire } from '../../web/src/link/wire.ts'
import { give, listen, newId, SHIP } from './support/flow.ts'
import { runOf } from './support/runOf.ts'
import { turns } from './support/testClock.ts'
import { eventually, Watcher } from './support/watcher.ts'

const HEAD_MS = 5_000
/** Twenty minutes of the attack, at ten times its pace. */
const ATTACK_HEADS = 24

const watching = async (url: string, role?: 'instructor' | 'medical'): Promise<Watcher> => {
  const watcher = new Watcher(url, role)
  await watcher.watch(SHIP)
  return watcher
}

test('[LNK1] given something that has happened, whoever watches is told the seq and a hash five seconds later, once', async () => {
  const { url, service, clock } = await listen()
  const watcher = await watching(url)
  for (const text of ['one', 'two']) await give(service, { type: 'RecordLog', text })
  await clock.pass(HEAD_MS - 1)
  expect(watcher.heads).toEqual([])
  await clock.pass(1)
  await eventually(() => watcher.heads.length === 1)
  const { ship } = runOf(service).durable
  expect(watcher.heads).toEqual([{ ship: SHIP, seq: ship.seq, hash: hashOf(stateOf(ship)) }])
})

test('[LNK1] given a ship at rest, or one that nobody watches, nothing is sent and nothing is reckoned', async () => {
  const { url, service, clock } = await listen()
  await give(service, { type: 'RecordLog', text: 'Nobody is here' })
  const timers = clock.timers.size
  const watcher = await watching(url)
  await clock.pass(60_000)
  await turns()
  expect(watcher.heads).toEqual([])
  expect(clock.timers.size).toBe(timers)
})

test('[LNK1] given those who may know all and those who may not, each is told the hash of what they have', async () => {
  const { url, service, clock } = await listen()
  const [all, known] = [await watching(url, 'instructor'), await watching(url, 'medical')]
  await give(service, { type: 'ReportCasualty', compartment: '04-08', injury: 'severe-burns' })
  await clock.pass(HEAD_MS)
  await eventually(() => all.heads.length + known.heads.length === 2)
  const state = stateOf(runOf(service).durable.ship)
  expect(all.heads[0]?.hash).toBe(hashOf(state))
  expect(known.heads[0]?.hash).toBe(hashOf(projectState(state, 'medical')))
  expect(known.heads[0]?.hash).not.toBe(all.heads[0]?.hash)
})

type Forget = (event: RecordedEvent) => boolean

/** The console's own link. `forget` says which events come to it empty, `heard` is told of every head. */
const linkTo = (url: string, role: Role, heard: () => void, forget: Forget = () => false): Link => {
  const wire = openSocket(url, { role })
  const empty = (event: RecordedEvent): RecordedEvent =>
    forget(event) ? { ...event, type: 'LogRecorded', text: 'Nothing' } : event
  const forgetful: OpenWire = (listener) =>
    wire({
      ...listener,
      events: (batch) => listener.events({ ...batch, events: batch.events.map(empty) }),
      head: (head) => {
        listener.head(head)
        heard()
      },
    })
  const link = new Link({
    ...{ shipId: SHIP, open: forgetful, nowMs: () => Date.now(), newId },
    soon: (run) => setImmediate(run),
    later: (ms, run) => setTimeout(run, ms),
    kept: new Kept(null, '', isKeptOrder),
    giver: { role, name: '' },
    stateCheck: (parts) => Promise.resolve(new StateCheck(role, parts)),
  })
  onTestFinished(() => link.close())
  return link
}

const differencesOf = async ({ metrics }: Service): Promise<number> =>
  (await metrics.differences.get()).values[0]?.value ?? 0

test('[LNK1] given an attack from beginning to end, whoever watches in whatever role has what the server has', async () => {
  const { url, service, clock } = await listen()
  let heads = 0
  const links = (['instructor', 'operations'] as const).map((role) => linkTo(url, role, () => heads++))
  await eventually(() => links.every(({ view }) => view.ship !== null))
  await give(service, { type: 'StartScenario', scenario: 'voyager-attack-4' })
  await give(service, { type: 'SetClock', rate: 10 })
  for (let looked = 0; looked < ATTACK_HEADS; looked++) {
    await clock.pass(HEAD_MS)
    await eventually(() => links.every(({ view }) => view.ship?.seq === runOf(service).durable.ship.seq))
  }
  expect(heads).toBeGreaterThan(ATTACK_HEADS)
  expect(await differencesOf(service)).toBe(0)
})

test('[LNK1] given a dashboard that leaves one event out, it is found out, counted and healed', async () => {
  const { url, service, clock } = await listen()
  let heads = 0
  const link = linkTo(
    url,
    'instructor',
    () => heads++,
    ({ type }) => type === 'AlertSet',
  )
  await eventually(() => link.view.ship !== null)
  const differences = () => differencesOf(service)
  const nextHead = async (): Promise<void> => {
    const before = heads
    await clock.pass(HEAD_MS)
    await eventually(() => heads > before)
  }

  await give(service, { type: 'RecordLog', text: 'Both have this' })
  await nextHead()
  expect(await differences()).toBe(0)

  await give(service, { type: 'SetAlert', condition: 'red' })
  await eventually(() => link.view.ship?.seq === runOf(service).durable.ship.seq)
  expect(link.view.ship?.alert).toBe('green')
  await nextHead()
  await eventually(() => link.view.ship?.alert === 'red')
  expect(await differences()).toBe(1)

  await give(service, { type: 'RecordLog', text: 'Both have this too' })
  await nextHead()
  await turns()
  expect(await differences()).toBe(1)
  expect(link.view.differs).toBe(false)
  expect(link.view.ship?.seq).toBe(runOf(service).durable.ship.seq)
})
