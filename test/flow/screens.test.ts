import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { startFlow } from './support/flow.ts'

const PAGE = '<!doctype html><title>Bulkhead</title>'

const builtScreens = (): string => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), PAGE)
  writeFileSync(join(folder, 'assets', 'main-a1b2c3.js'), `console.log('${'x'.repeat(4_000)}')`)
  return folder
}

test.each([
  '/',
  '/dispatch',
  '/casualties',
  '/log',
  '/replay',
  '/replay/any-1?t=4',
  '/review',
  '/review/any-1',
  '/desk',
  '/crew',
  '/crew/repair-1',
  '/?wall',
])('[SRV25] %s is the one page, asked for anew each time', async (path) => {
  const { app } = await startFlow({ screens: builtScreens() })
  const answer = await app.inject({ url: path, headers: { host: 'localhost', accept: 'text/html' } })
  expect(answer.payload).toBe(PAGE)
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' })
})

test('[SRV25] what has a hash in its name is kept for good, and sent compressed', async () => {
  const { app } = await startFlow({ screens: builtScreens() })
  const headers = { host: 'localhost', 'accept-encoding': 'br, gzip' }
  const answer = await app.inject({ url: '/assets/main-a1b2c3.js', headers })
  expect(answer.headers).toMatchObject({
    ...{ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'br' },
  })
  expect(answer.rawPayload.length).toBeLessThan(500)
})

test.each([
  '/nothing',
  '/assets/nothing.js',
  '/index.php',
  '/../package.json',
  '/%2e%2e/package.json',
  '/assets/..%2f..%2fx',
])('[SRV25] there is nothing at %s', async (path) => {
  const { app } = await startFlow({ screens: builtScreens() })
  const answer = await app.inject({ url: path, headers: { host: 'localhost' } })
  expect([400, 403, 404]).toContain(answer.statusCode)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
})

test('[SRV25] who follows a wrong link gets the page all the same, which says that there is no such screen', async () => {
  const { app } = await startFlow({ screens: builtScreens() })
  const headers = { host: 'localhost', accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  const answer = await app.inject({ url: '/dispath', headers })
  expect(answer).toMatchObject({ statusCode: 404, payload: PAGE })
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' })
  for (const asked of [
    { url: '/api/v1/dispath', headers },
    { url: '/dispath', headers, method: 'POST' as const },
    { url: '/dispath', headers: { ...headers, host: 'elsewhere.example' } },
  ])
    expect((await app.inject(asked)).headers['content-type']).toContain('application/problem+json')
})

test('[SRV25] without built screens the interface is there all the same', async () => {
  const { app } = await startFlow()
  expect((await app.inject({ url: '/', headers: { host: 'localhost' } })).statusCode).toBe(404)
  expect((await app.inject({ url: '/api/v1/ships', headers: { host: 'localhost' } })).statusCode).toBe(200)
})
