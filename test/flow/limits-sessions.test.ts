import { expect, test } from 'vitest'
import { count, note, orderAtOnce } from './support/burst.ts'
import { SHIP } from './support/flow.ts'
import { listenGuarded, type Visitor } from './support/guarded.ts'
import { connect, knock, type Link } from './support/knock.ts'
import { eventually } from './support/watcher.ts'

const OFFICE = '192.0.2.1'
const HOME = '198.51.100.7'

/** A guarded server that believes this machine about where its visitors are, asked over real connections. */
const openHouse = async () => {
  const house = await listenGuarded({ proxies: ['127.0.0.1'] })
  const { url } = house
  const from = (address: string) => ({ 'x-forwarded-for': address })

  /** Orders one by one over HTTP; the status of each. */
  const overHttp = async ({ cookie }: Visitor, address: string, times: number): Promise<readonly number[]> => {
    const headers = { 'content-type': 'application/json', origin: url, cookie: cookie ?? '', ...from(address) }
    const statuses: number[] = []
    for (let sent = 0; sent < times; sent++) {
      const ask = { method: 'POST', headers, body: JSON.stringify(note()) }
      statuses.push((await fetch(`${url}/api/v1/ships/${SHIP}/commands`, ask)).status)
    }
    return statuses
  }
  const board = async ({ cookie }: Visitor, address: string): Promise<{ readonly socket: Link }> => ({
    socket: await connect(url, { cookie, headers: from(address) }),
  })
  const turnedAway = ({ cookie }: Visitor, address: string) => knock(url, { cookie, headers: from(address) })
  return { ...house, overHttp, board, turnedAway }
}

test('[LIM1] given a session with two dashboards and HTTP, all of its orders are counted as one’s', async () => {
  const { joined, board, overHttp, log } = await openHouse()
  const captain = await joined('captain')
  const boards = [await board(captain, OFFICE), await board(captain, OFFICE)] as const
  expect(count(await orderAtOnce(boards[0], 15), 'ok')).toBe(15)
  expect(count(await orderAtOnce(boards[1], 15), 'ok')).toBe(15)
  expect(await overHttp(captain, OFFICE, 11)).toEqual([...Array<number>(10).fill(200), 429])
  expect(await orderAtOnce(boards[0], 1)).toEqual(['Busy'])
  expect(log.head(SHIP)).toBe(41)
})

test('[LIM1] given two sessions behind one address, what one asks too much the other does not notice', async () => {
  const { joined, board, overHttp } = await openHouse()
  const [greedy, other] = [await joined('captain'), await joined('captain')]
  const [theirs, ours] = [await board(greedy, OFFICE), await board(other, OFFICE)]
  expect(count(await orderAtOnce(theirs, 43), 'Busy')).toBe(3)
  await eventually(() => !theirs.socket.connected)
  expect(count(await orderAtOnce(ours, 20), 'ok')).toBe(20)
  expect(await overHttp(other, OFFICE, 20)).toEqual(Array<number>(20).fill(200))
  expect(ours.socket.connected).toBe(true)
})

test('[LIM1] given a session that asks from elsewhere, it is counted as the one that it is', async () => {
  const { joined, board, overHttp, clock } = await openHouse()
  const captain = await joined('captain')
  expect(count(await overHttp(captain, OFFICE, 40), 200)).toBe(40)
  expect(await overHttp(captain, HOME, 1)).toEqual([429])
  expect(await orderAtOnce(await board(captain, HOME), 1)).toEqual(['Busy'])
  await clock.pass(1_000)
  expect(await overHttp(captain, HOME, 21)).toEqual([...Array<number>(20).fill(200), 429])
})

test('[LIM1] given a session that was cut off, it is not let in from elsewhere for 30 s, and others from there are', async () => {
  const { joined, board, turnedAway, clock } = await openHouse()
  const [greedy, other] = [await joined('captain'), await joined('captain')]
  const theirs = await board(greedy, OFFICE)
  await orderAtOnce(theirs, 43)
  await eventually(() => !theirs.socket.connected)
  for (const address of [OFFICE, HOME])
    expect(await turnedAway(greedy, address)).toMatchObject({ code: 'Busy', retryAfterMs: 30_000 })
  expect(await orderAtOnce(await board(other, OFFICE), 1)).toEqual(['ok'])
  await clock.pass(30_000)
  expect(await orderAtOnce(await board(greedy, HOME), 1)).toEqual(['ok'])
})

test('[LIM1] given a key of a program, its orders are counted by the key, over both', async () => {
  const { instructor, url, service } = await openHouse()
  const ask = { role: 'captain', ship: null, name: 'Lights', days: 1 }
  const made = (await instructor.ask('POST', '/api/v1/access/keys', ask)).body as { readonly token: string }
  const program = { socket: await connect(url, { bearer: made.token, origin: null }) }
  expect(count(await orderAtOnce(program, 41), 'ok')).toBe(40)
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${made.token}` }
  const sent = { method: 'POST', headers, body: JSON.stringify(note()) }
  expect((await fetch(`${url}/api/v1/ships/${SHIP}/commands`, sent)).status).toBe(429)
  expect(service.access.sessions.all()).toHaveLength(2)
})
