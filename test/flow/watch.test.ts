import { io } from 'socket.io-client'
import { expect, onTestFinished, test } from 'vitest'
import { memoryLog } from '#db/memoryLog.ts'
import { projectState } from '#shared/protocol/projection.ts'
import { fold } from '#shared/ship/evolve.ts'
import { shipFrom, stateOf } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { give, listen, newId, SHIP } from './support/flow.ts'
import { runOf } from './support/runOf.ts'
import { turns } from './support/testClock.ts'
import { eventually, Watcher } from './support/watcher.ts'

const note = (text: string) => ({ type: 'RecordLog', text }) as const

test('[SRV9] watching starts with how the ship stands, and goes on with every event', async () => {
  const { url, service } = await listen()
  await give(service, note('before'))
  const watcher = new Watcher(url)
  const answer = await watcher.watch(SHIP)
  expect(answer).toMatchObject({ ok: true, seq: 2, definition: { id: SHIP }, state: { seq: 2 }, clock: { rate: 0 } })
  await give(service, note('after'))
  await eventually(() => watcher.batches.length > 0)
  expect(watcher.batches).toMatchObject([{ ship: SHIP, from: 3, events: [{ seq: 3, type: 'LogRecorded' }] }])
})

test('[SRV9] whoever comes back gets exactly what was missed', async () => {
  const { url, service, log } = await listen()
  for (let n = 0; n < 5; n++) await give(service, note(`line ${n}`))
  const watcher = new Watcher(url)
  const answer = await watcher.watch(SHIP, 3, log.id)
  expect(answer).toMatchObject({ ok: true, seq: 6, events: [{ seq: 4 }, { seq: 5 }, { seq: 6 }] })
  expect(answer).not.toHaveProperty('state')
  expect(await watcher.watch(SHIP, 6, log.id)).toMatchObject({ ok: true, seq: 6, events: [] })
})

test('[SRV9] with more than 2,000 missed, or a seq that never was, the state itself is sent', async () => {
  const { url, service, log } = await listen()
  for (let batch = 0; batch < 41; batch++)
    await Promise.all(Array.from({ length: 50 }, (_, n) => give(service, note(`line ${batch}.${n}`))))
  const watcher = new Watcher(url)
  expect(await watcher.watch(SHIP, 50, log.id)).toHaveProperty('state')
  expect(await watcher.watch(SHIP, 51, log.id)).toMatchObject({ seq: 2051, events: { length: 2000 } })
  expect(await watcher.watch(SHIP, 99_999, log.id)).toHaveProperty('state')
})

test('[LOG5] whoever saw another log, or does not say which, is sent the state itself', async () => {
  const { url, log } = await listen()
  const watcher = new Watcher(url)
  expect(await watcher.watch(SHIP)).toMatchObject({ log: log.id })
  expect(await watcher.watch(SHIP, 1, log.id)).toMatchObject({ events: [] })
  expect(await watcher.watch(SHIP, 1, 'the log before')).toMatchObject({ log: log.id, state: { seq: 1 } })
  expect(await watcher.watch(SHIP, 1)).toHaveProperty('state')
})

test('[SRV9] between the answer and the first frame nothing is lost and nothing comes twice', async () => {
  const { url, service, log } = await listen()
  let stopped = false
  const writing = (async () => {
    for (let n = 0; !stopped; n++) await give(service, note(`line ${n}`))
  })()
  const watchers = Array.from({ length: 20 }, () => new Watcher(url))
  const answers = await Promise.all(watchers.map((watcher) => watcher.watch(SHIP, 1, log.id)))
  await eventually(() => watchers.every(({ batches }) => batches.length > 20))
  stopped = true
  await writing
  watchers.forEach((watcher, index) => {
    const answer = answers[index]
    const known = answer?.ok && 'events' in answer ? answer.events : []
    const seqs = [...known, ...watcher.events].map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.map((_, position) => position + 2))
  })
})

test('[SRV2] fifty orders of one turn are one frame', async () => {
  const { url, service } = await listen()
  const watcher = new Watcher(url)
  await watcher.watch(SHIP)
  await Promise.all(Array.from({ length: 50 }, (_, n) => give(service, note(`line ${n}`))))
  await eventually(() => watcher.events.length === 50)
  expect(watcher.batches).toHaveLength(1)
})

test('[SRV2] orders that arrive together over sockets share transactions', async () => {
  let transactions = 0
  const store = memoryLog()
  const log = {
    ...store,
    append: (batch: Parameters<typeof store.append>[0]) => {
      transactions++
      return store.append(batch)
    },
  }
  const { url } = await listen({ log })
  const { socket } = new Watcher(url)
  await socket.timeout(2_000).emitWithAck('time', {})
  const answers = Array.from({ length: 100 }, (_, n) =>
    socket.timeout(5_000).emitWithAck('command', { ship: SHIP, command: { id: newId(), ...note(`line ${n}`) } }),
  )
  expect((await Promise.all(answers)).every(({ ok }) => ok)).toBe(true)
  expect(transactions).toBeLessThanOrEqual(25)
})

test('[SRV9] a screen that folds what it is sent has the ship of the server', async () => {
  const { url, service, clock } = await listen()
  const watcher = new Watcher(url)
  const answer = await watcher.watch(SHIP)
  if (!answer.ok || !('state' in answer)) throw new Error('No state')
  const start = shipFrom(planOf(answer.definition), answer.state)
  await give(service, { type: 'SetClock', rate: 10 })
  await give(service, { type: 'InflictHit', compartment: '04-08', energy: 300, facing: 'dorsal' })
  await clock.pass(60_000)
  const { seq } = runOf(service).durable.ship
  await eventually(() => watcher.events.at(-1)?.seq === seq)
  expect(stateOf(fold(start, watcher.events))).toEqual(stateOf(runOf(service).durable.ship))
})

test('[SRV11] the instructor gets all; others neither seed nor fate nor what the scenario has in store', async () => {
  const { url, service } = await listen()
  const [instructor, medic] = [new Watcher(url, 'instructor'), new Watcher(url, 'medical')]
  const [whole, shown] = await Promise.all([instructor.watch(SHIP), medic.watch(SHIP)])
  await give(service, { type: 'StartScenario', scenario: 'voyager-attack-4', seed: 4711 })
  await give(service, { type: 'ReportCasualty', compartment: '04-08', injury: 'severe-burns' })
  const { seq } = runOf(service).durable.ship
  await eventually(() => [instructor, medic].every(({ events }) => events.at(-1)?.seq === seq))

  expect(JSON.stringify(instructor.events)).toContain('4711')
  expect(JSON.stringify(medic.events)).not.toContain('4711')
  expect(medic.events.map(({ seq, type }) => [seq, type])).toEqual(
    instructor.events.map(({ seq, type }) => [seq, type]),
  )
  const fates = medic.events.flatMap((event) => ('fate' in event ? [event.fate] : []))
  expect(fates).toEqual([{ severity: 'minimal', worsensAt: null, survivesTreatment: true }])

  const late = await new Watcher(url, 'operations').watch(SHIP)
  expect(late).toMatchObject({ state: { seed: 1, scenario: { injects: [], conditional: [] } } })
  expect(whole).toHaveProperty('state.seed')
  if (!shown.ok || !('state' in shown) || !late.ok || !('state' in late)) throw new Error('No state')
  const folded = fold(shipFrom(planOf(shown.definition), shown.state), medic.events)
  expect(projectState(stateOf(folded), 'medical')).toEqual(late.state)
})

test('[SRV10] who is watching is told when it changes; a person with two screens is one person', async () => {
  const { url, clock } = await listen()
  const kim = new Watcher(url, 'operations', 'Kim')
  await kim.watch(SHIP)
  expect(kim.presences).toEqual([{ ship: SHIP, watching: [{ role: 'operations', name: 'Kim' }] }])
  await clock.pass(1_000)

  const paris = new Watcher(url, 'observer', 'Paris')
  await paris.watch(SHIP)
  await clock.pass(1_000)
  await eventually(() => kim.presences.at(-1)?.watching.length === 2)
  const told = kim.presences.length
  await new Watcher(url, 'observer', 'Paris').watch(SHIP)
  await clock.pass(1_000)
  await turns()
  expect(kim.presences).toHaveLength(told)
})

test('[SRV10] whoever stops watching is sent nothing more', async () => {
  const { url, service } = await listen()
  const [gone, here] = [new Watcher(url), new Watcher(url)]
  await Promise.all([gone.watch(SHIP), here.watch(SHIP)])
  await gone.socket.timeout(2_000).emitWithAck('unwatch', { ship: SHIP })
  await give(service, note('for those who are here'))
  await eventually(() => here.batches.length === 1)
  expect(gone.batches).toHaveLength(0)
})

test('[SRV12] a role that does not exist, and a name that bends the screen, are turned away', async () => {
  const { url } = await listen()
  for (const auth of [{ role: 'pirate' }, { role: ['captain'] }, { name: 'a\u202eb' }, { name: 'x'.repeat(61) }]) {
    const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, auth })
    onTestFinished(() => void socket.disconnect())
    const reason = await new Promise<Error>((resolve) => socket.once('connect_error', resolve))
    expect(reason.message).toMatch(/^A (role|name) /)
  }
})

test('[SRV15] there is no other transport than WebSocket', async () => {
  const { url } = await listen()
  expect((await fetch(`${url}/socket.io/?EIO=4&transport=polling`)).status).toBe(400)
  expect((await fetch(`${url}/socket.io/socket.io.js`)).status).toBeGreaterThanOrEqual(400)
})
