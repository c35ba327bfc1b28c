import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { Limits } from '../../server/limits/limits.ts'
import { type Rate, TokenBuckets } from '../../server/limits/tokenBuckets.ts'
import { count, note, orderAtOnce } from './support/burst.ts'
import { get, give, listen, post, SHIP, startFlow } from './support/flow.ts'
import { TestClock } from './support/testClock.ts'
import { eventually, Watcher } from './support/watcher.ts'

const COMMANDS = `/api/v1/ships/${SHIP}/commands`
test('[LIM1] a session gives forty orders at once and then twenty a second; more is Busy, and not looked at', async () => {
  const { url, clock, log } = await listen({ limited: true })
  const program = new Watcher(url)
  expect(count(await orderAtOnce(program, 42), 'ok')).toBe(40)
  expect(log.head(SHIP)).toBe(41)
  await clock.pass(1_000)
  expect(count(await orderAtOnce(program, 22), 'ok')).toBe(20)
})

test('[LIM1] over HTTP more is 429, with the time after which to ask again', async () => {
  const { app, log } = await startFlow({ limited: true })
  const sent = () => app.inject({ method: 'POST', url: COMMANDS, headers: { host: 'localhost' }, payload: note() })
  const answers = await Promise.all(Array.from({ length: 41 }, sent))
  expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
    ...Array<number>(40).fill(200),
    429,
  ])
  const refused = answers.find(({ statusCode }) => statusCode === 429)
  expect(refused?.json()).toMatchObject({ code: 'Busy', retryAfterMs: 50, status: 429 })
  expect(refused?.headers['retry-after']).toBe('1')
  expect(log.head(SHIP)).toBe(41)
})

test('[LIM1] an address asks two hundred things a second, over HTTP and sockets together', async () => {
  const { app, clock } = await startFlow({ limited: true })
  const ask = async () => (await get(app, '/healthz')).status
  for (let asked = 0; asked < 200; asked++) expect(await ask()).toBe(200)
  expect(await ask()).toBe(429)
  await clock.pass(5)
  expect([await ask(), await ask()]).toEqual([200, 429])
})

test('[LIM1] whoever goes on when told to wait is cut off, and let in again after 30 s', async () => {
  const { url, clock } = await listen({ limited: true })
  const program = new Watcher(url)
  const outcomes = await orderAtOnce(program, 43)
  expect(outcomes.slice(40)).toEqual(['Busy', 'Busy', 'Busy'])
  await eventually(() => !program.socket.connected)

  const early = new Watcher(url)
  const refused = await new Promise<unknown>((resolve) => early.socket.once('connect_error', resolve))
  expect(refused).toMatchObject({ data: { code: 'Busy', retryAfterMs: 30_000 } })
  await clock.pass(30_000)
  expect(await new Watcher(url).watch(SHIP)).toMatchObject({ ok: true })
})

test('[LIM1] three times told to wait, but not in a row or not within 10 s, nobody is cut off', async () => {
  const { url, clock } = await listen({ limited: true })
  const program = new Watcher(url)
  await orderAtOnce(program, 42)
  for (let round = 0; round < 4; round++) {
    await clock.pass(50)
    expect(await orderAtOnce(program, 3)).toEqual(['ok', 'Busy', 'Busy'])
  }
  expect(program.socket.connected).toBe(true)
})

test('[LIM1] another address notices nothing, and one that is forgotten starts anew', () => {
  const clock = new TestClock()
  const limits = new Limits(clock, true)
  for (let asked = 0; asked < 300; asked++) limits.ask('192.0.2.1')
  expect(limits.ask('192.0.2.1').ok).toBe(false)
  expect(limits.ask('192.0.2.2').ok).toBe(true)
})

test('[LIM1] what is remembered of addresses is bounded, however many there are', () => {
  const buckets = new TokenBuckets({ perSecond: 1, atOnce: 1 } satisfies Rate, new TestClock())
  for (let address = 0; address < 100_000; address++) buckets.take(`address-${address}`)
  expect(buckets.size).toBe(10_000)
})

test('[LIM1] where everybody on the machine is let in, rates are not limited', async () => {
  const { app } = await startFlow()
  for (let sent = 0; sent < 60; sent++) expect((await post(app, COMMANDS, note())).status).toBe(200)
})

test('[LIM2] guarded, one address has twenty dashboards; one more is refused and those there are served', async () => {
  const { url } = await listen({ limited: true })
  const there = Array.from({ length: 20 }, () => new Watcher(url))
  await Promise.all(there.map((one) => one.watch(SHIP)))
  expect(await handshake(url)).toMatch(/^HTTP\/1.1 429 /)
  for (const one of there) expect(await one.socket.timeout(2_000).emitWithAck('time', {})).toMatchObject({ ok: true })
  there[0]?.socket.disconnect()
  await eventuallyAdmitted(url)
})

test('[LIM2] there are two thousand in all; one more is refused, and a place that becomes free can be had', () => {
  const { places } = new Limits(new TestClock(), false)
  const taken = Array.from({ length: 2_000 }, (_, n) => places.take(`192.0.2.${n % 100}`))
  expect(taken.every(({ ok }) => ok)).toBe(true)
  expect(places.take('198.51.100.1')).toMatchObject({ ok: false, error: { code: 'Overloaded' } })
  const [first] = taken
  for (let again = 0; again < 2; again++) if (first?.ok) first.value()
  expect(places.taken).toBe(1_999)
  expect(places.take('198.51.100.1').ok).toBe(true)
})

test('[LIM5] when the loop is late for 3 s no new dashboard is let in, after 6 s no order, and one second in time ends it', async () => {
  const { app, url, service } = await listen()
  const { overload } = service.limits
  const there = new Watcher(url)
  await there.watch(SHIP)
  const look = (lateMs: number, times: number): void => {
    for (let second = 0; second < times; second++) overload.look(lateMs)
  }
  look(201, 2)
  expect(await handshake(url)).toMatch(/^HTTP\/1.1 101 /)
  look(201, 1)
  expect(await handshake(url)).toMatch(/^HTTP\/1.1 503 .*retry-after: 2.*Overloaded/s)
  expect(await get(app, '/readyz')).toMatchObject({ status: 503, body: { reasons: ['there is too much to do'] } })
  expect(await service.metrics.registry.metrics()).toContain('bulkhead_shedding 1\n')
  expect(await orderAtOnce(there, 1)).toEqual(['ok'])
  look(201, 3)
  expect(await orderAtOnce(there, 1)).toEqual(['Busy'])
  expect(await post(app, COMMANDS, note())).toMatchObject({ status: 429, body: { code: 'Busy' } })
  expect((await get(app, '/api/v1/ships')).status).toBe(200)
  expect(there.socket.connected).toBe(true)
  look(200, 1)
  expect(await handshake(url)).toMatch(/^HTTP\/1.1 101 /)
  expect(await give(service, { type: 'RecordLog', text: 'In time again' })).toMatchObject({ ok: true })
})

/** The first line of what a handshake is answered with, and all that follows. */
const handshake = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port, host } = new URL(url)
    const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13']
    const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='
    const socket = connect(Number(port), hostname, () =>
      socket.write(
        ['GET /socket.io/?EIO=4&transport=websocket HTTP/1.1', `Host: ${host}`, ...upgrade, key, '', ''].join('\r\n'),
      ),
    )
    socket.once('error', reject)
    socket.once('data', (answer) => {
      resolve(answer.toString())
      socket.destroy()
    })
  })

const eventuallyAdmitted = async (url: string): Promise<void> => {
  while (!(await handshake(url)).startsWith('HTTP/1.1 101 ')) await new Promise((resolve) => setTimeout(resolve, 10))
}
