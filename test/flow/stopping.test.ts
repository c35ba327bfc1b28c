import { expect, test } from 'vitest'
import { memoryLog } from '#db/memoryLog.ts'
import { Dashboard } from '../support/dashboard.ts'
import { order } from '../../server/receive/order.ts'
import { get, give, listen, newId, SHIP, startFlow } from './support/flow.ts'
import { runOf } from './support/runOf.ts'
import { eventually, Watcher } from './support/watcher.ts'

test('[SRV18] a stop writes and answers what is waiting, refuses what comes after, and cuts the dashboards off', async () => {
  const { url, service, log, stop } = await listen()
  const watcher = new Watcher(url)
  await watcher.watch(SHIP)
  const answers: boolean[] = []
  const person = { role: 'captain', name: '', ship: null, session: null } as const
  order(service, SHIP, { id: newId(), type: 'RecordLog', text: 'Last' }, person, ({ ok }) => answers.push(ok))
  const stopping = stop()
  expect(await give(service, { type: 'RecordLog', text: 'Late' })).toMatchObject({
    ...{ ok: false, error: { code: 'Draining' } },
  })
  let reason = ''
  watcher.socket.on('disconnect', (why) => (reason = why))
  await stopping
  expect(answers).toEqual([true])
  await eventually(() => reason !== '')
  expect(reason).not.toBe('io server disconnect') // after that one a client does not come back by itself
  expect(watcher.events).toMatchObject([{ type: 'LogRecorded', text: 'Last' }])
  expect(log.head(SHIP)).toBe(2)
  expect(log.latestSnapshot(SHIP, 'test')?.seq).toBe(2)
})

test('[SRV18] while stopping the server says that it is not ready', async () => {
  const { app, service } = await startFlow()
  void service.drain()
  expect(await get(app, '/readyz')).toMatchObject({ status: 503, body: { ready: false } })
})

test('[SRV9] an open dashboard goes on by itself after a restart, with no gap and nothing twice', async () => {
  const log = memoryLog()
  const first = await listen({ log })
  const { port } = new URL(first.url)
  const dashboard = await new Dashboard(first.url, SHIP).ready()
  await give(first.service, { type: 'RecordLog', text: 'Before' })
  await dashboard.reaches(2)
  await first.stop()

  const second = await startFlow({ log })
  await give(second.service, { type: 'RecordLog', text: 'While it was gone' })
  await second.app.listen({ host: '127.0.0.1', port: Number(port) })
  await give(second.service, { type: 'RecordLog', text: 'After' })
  await dashboard.reaches(4)
  expect(dashboard.seen).toEqual([2, 3, 4])
  expect(dashboard.gaps).toBe(0)
  expect(dashboard.snapshots).toBe(1)
  expect(dashboard.view).toEqual({ ...runOf(second.service).durable.ship, plan: dashboard.view.plan })
  dashboard.close()
})

test('[SRV19] a dashboard that does not read is cut off, and the others notice nothing', async () => {
  const { url, service, clock } = await listen()
  const [stalled, healthy] = [new Watcher(url), new Watcher(url)]
  await Promise.all([stalled.watch(SHIP), healthy.watch(SHIP)])
  const stream = stalledStream(stalled)
  stream.pause()
  let cutOff = 0
  const text = 'x'.repeat(500)
  for (let turn = 0; turn < 4_000 && cutOff === 0; turn++) {
    await Promise.all(Array.from({ length: 20 }, () => give(service, { type: 'RecordLog', text })))
    if (turn % 100 === 0) await clock.pass(1_000)
    cutOff = await slowReadersOf(service)
  }
  expect(cutOff).toBe(1)
  await eventually(() => healthy.events.at(-1)?.seq === runOf(service).durable.ship.seq, 10_000)
  stream.resume()
})

const stalledStream = ({ socket }: Watcher): { pause(): void; resume(): void } => {
  const { transport } = socket.io.engine as unknown as { transport: { ws: { _socket: NodeJS.ReadableStream } } }
  return transport.ws._socket
}

const slowReadersOf = async ({ metrics }: Parameters<typeof give>[0]): Promise<number> =>
  (await metrics.slowReaders.get()).values[0]?.value ?? 0
