import { expect, test } from 'vitest'
import { isoWall } from '../../server/clock.ts'
import { give, listen, SHIP } from './support/flow.ts'
import { eventually, Watcher } from './support/watcher.ts'

test('[LNK4] given a stop, every dashboard is told of it, and when to come back, before its link is cut', async () => {
  const { url, stop, clock } = await listen()
  const watchers = Array.from({ length: 20 }, () => new Watcher(url))
  const heard: string[] = []
  for (const { socket } of watchers) {
    socket.on('service', ({ state, backInMs }) => heard.push(`${state}, back in ${backInMs}`))
    socket.on('disconnect', () => heard.push('cut'))
  }
  await Promise.all(watchers.map((watcher) => watcher.watch(SHIP)))
  const since = isoWall(clock)
  await stop()
  await eventually(() => heard.length === 40)
  expect(heard.filter((what) => what === 'stopping, back in 2000')).toHaveLength(20)
  for (const { services } of watchers) expect(services).toEqual([{ state: 'stopping', since, backInMs: 2_000 }])
})

test('[LNK5] given a server that can only be read, who is there and who comes is told, since when, and when it is over', async () => {
  const { url, service, clock } = await listen()
  const here = new Watcher(url)
  await here.watch(SHIP)
  expect(here.services).toEqual([])

  const since = isoWall(clock)
  service.condition.become('readOnly')
  await clock.pass(60_000)
  service.condition.become('readOnly')
  const late = new Watcher(url)
  await late.watch(SHIP)
  const told = { state: 'readOnly', since, backInMs: null }
  await eventually(() => here.services.length + late.services.length === 2)
  expect([here.services, late.services]).toEqual([[told], [told]])

  service.condition.become('ready')
  await eventually(() => here.services.length + late.services.length === 4)
  expect(here.services.at(-1)).toEqual({ state: 'ready', since: isoWall(clock), backInMs: null })
  expect((await give(service, { type: 'RecordLog', text: 'There is room' })).ok).toBe(true)
})

test('[LNK4] given a server that is stopping, it is not ready again', async () => {
  const { service } = await listen()
  await service.drain()
  service.condition.become('ready')
  expect(service.condition.now.state).toBe('stopping')
})
