import { connect } from 'node:net'
import type { Dice } from '#shared/dice.ts'
import { garbled } from './hostile.ts'

const HOST = 'Host: 127.0.0.1'
const UPGRADE =
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='
const COMMANDS = 'POST /api/v1/ships/voyager/commands HTTP/1.1'

/** As a text of Latin-1, so that every byte can be said. */
const SEEDS = [
  `GET / HTTP/1.1\r\n${HOST}\r\n\r\n`,
  `${COMMANDS}\r\n${HOST}\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}`,
  `${COMMANDS}\r\n${HOST}\r\nContent-Type: application/json\r\nContent-Length: 99000000\r\n\r\n{`,
  `${COMMANDS}\r\n${HOST}\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n`,
  `${COMMANDS}\r\n${HOST}\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n`,
  `${COMMANDS}\r\n${HOST}\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n`,
  `GET /${'a'.repeat(70_000)} HTTP/1.1\r\n${HOST}\r\n\r\n`,
  `GET / HTTP/1.1\r\n${HOST}\r\n${'X: y\r\n'.repeat(5_000)}\r\n`,
  'GET / HTTP/9.9\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  '\x00'.repeat(1_000),
  `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${HOST}\r\n${UPGRADE}\r\n\r\n\x81\x82\x00\x00\x00\x0040`,
  `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${HOST}\r\n${UPGRADE}\r\n\r\n\x81\xff\xff\xff\xff\xff\xff\xff\xff\xff`,
  `GET /socket.io/?EIO=3&transport=websocket HTTP/1.1\r\n${HOST}\r\n${UPGRADE}\r\n\r\n\x01\x80\x00\x00\x00\x00`,
  `GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n${HOST}\r\n\r\n`,
  `GET /socket.io/?EIO=4&transport=websocket&sid=__proto__ HTTP/1.1\r\n${HOST}\r\n${UPGRADE}\r\n\r\n`,
  `POST /socket.io/?EIO=4&transport=polling&sid=x HTTP/1.1\r\n${HOST}\r\nContent-Length: 9\r\n\r\n4{"a":1}`,
] as const

const AT_ONCE = 16
const WAIT_MS = 30

/** Opens so many connections and sends bytes that are hardly HTTP; the answers that tell of a failure. */
export const sendBytes = async (url: string, count: number, dice: Dice): Promise<readonly string[]> => {
  const failures: string[] = []
  const numbers = Array.from({ length: count }, (_, number) => number).values()
  const lane = async (): Promise<void> => {
    for (const number of numbers) {
      const seed = SEEDS[number] ?? garbled(dice.pick(SEEDS), dice)
      const answer = await exchange(url, Buffer.from(seed, 'latin1'))
      if (/^HTTP\/1.1 5(?!05)/m.test(answer)) failures.push(`${seed.slice(0, 200)}: ${answer.slice(0, 200)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return failures
}

const exchange = (url: string, bytes: Buffer): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url)
    let answer = ''
    const socket = connect(Number(port), hostname, () => {
      socket.write(bytes)
      setTimeout(() => socket.destroy(), WAIT_MS)
    })
    socket.on('data', (part) => (answer += part.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
  })

/** Connections that begin something and let it drag on; how long each was suffered, ms, once the server has ended them all. */
export const dragOn = async (url: string): Promise<Readonly<Record<string, number>>> => {
  const body = `${COMMANDS}\r\n${HOST}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n`
  const handshake = `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${HOST}\r\n${UPGRADE}\r\n\r\n`
  const [nothing, headers, late, unjoined] = await Promise.all([
    sufferedMs(url, '', ''),
    sufferedMs(url, 'GET / HTTP/1.1\r\n', 'X: y\r\n'),
    sufferedMs(url, body, ' '),
    sufferedMs(url, handshake, ''),
  ])
  return { nothing, headers, late, unjoined }
}

const DRIP_EVERY_MS = 500

const sufferedMs = (url: string, begin: string, drip: string): Promise<number> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url)
    const startedMs = performance.now()
    const socket = connect(Number(port), hostname, () => socket.write(begin))
    const timer = setInterval(() => socket.write(drip), DRIP_EVERY_MS)
    socket.resume()
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearInterval(timer)
      resolve(Math.round(performance.now() - startedMs))
    })
  })
