import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { seedFile } from '../support/seed-files.ts'
import { startFlow } from './support/flow.ts'

const file = JSON.stringify({ id: 'another', definition: seedFile('ships', 'kittiwake') })
const filled = (bytes: number): string => file + ' '.repeat(bytes - Buffer.byteLength(file))
const nest = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

/** What no ship file is, as it may be sent all the same. */
const UPLOADS: readonly (readonly [string, string | Buffer, Record<string, string>, number])[] = [
  ['one deeper than 32 levels', `{"definition":${nest(40)}}`, {}, 400],
  ['one of ten thousand levels', `{"definition":${nest(10_000)}}`, {}, 400],
  ['one with a prototype', file.replace('"definition":{', '"definition":{"__proto__":{"polluted":1},'), {}, 400],
  ['one with a constructor', file.replace('"definition":{', '"definition":{"constructor":{"prototype":{}},'), {}, 400],
  ['one with a NUL', file.replace('Kittiwake', 'Kitti\\u0000wake'), {}, 400],
  ['one byte more than 256 KiB', filled(256 * 1024 + 1), {}, 413],
  ['one that is packed', gzipSync(file), {}, 400],
  ['one that unpacks to ten mebibytes', gzipSync(' '.repeat(10 * 1024 * 1024)), { 'content-encoding': 'gzip' }, 413],
  ['YAML', 'a: &a [x]\nb: [*a, *a]', { 'content-type': 'application/yaml' }, 415],
  ['a form', 'definition=1', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
]

test.each(UPLOADS)(
  '[LIM4] of ship files %s is refused, and leaves no ship',
  async (_what, payload, headers, status) => {
    const { app } = await startFlow()
    const answer = await app.inject({
      ...{ method: 'POST', url: '/api/v1/ships', payload },
      headers: { host: 'localhost', 'content-type': 'application/json', ...headers },
    })
    expect(answer.statusCode).toBe(status)
    expect(Reflect.get({}, 'polluted')).toBe(undefined)
    const ships = await app.inject({ url: '/api/v1/ships', headers: { host: 'localhost' } })
    expect(ships.body).not.toContain('another')
  },
)

test('[LIM4] a ship file that is right, as long as it may be, is taken', async () => {
  const { app } = await startFlow()
  const headers = { host: 'localhost', 'content-type': 'application/json' }
  const payload = filled(256 * 1024)
  expect((await app.inject({ method: 'POST', url: '/api/v1/ships', headers, payload })).statusCode).toBe(201)
})
