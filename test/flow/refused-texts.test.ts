import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ORDERS } from '#shared/protocol/orders.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { expect, test, vi } from 'vitest'
import { faultLines, readLibrary } from '../../server/library/library.ts'
import { createLogger } from '../../server/logging.ts'
import { temporaryFolder } from '../support/folders.ts'
import { REFUSED_NAMES } from '../support/hostile-names.ts'
import { seedFile } from '../support/seed-files.ts'
import { listen, newId, post, SHIP, startFlow } from './support/flow.ts'
import { startGuarded } from './support/guarded.ts'
import { Watcher } from './support/watcher.ts'

const ACTED_ON = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/

const NO_NAMES = { ...REFUSED_NAMES, 'a name too long': 'x'.repeat(61), 'a megabyte': 'x'.repeat(1_000_000) }

test('[MSG2] what is no name is nobody’s who joins, no key’s and no ship’s', async () => {
  const { instructor, visitor, service } = await startGuarded({ limited: false })
  const { token } = await instructor.invite()
  const plain = seedFile('ships', 'kittiwake') as ShipFile
  for (const [what, name] of Object.entries(NO_NAMES)) {
    const answers = [
      await visitor().join({ token }, name),
      await instructor.ask('POST', '/api/v1/access/keys', { role: 'observer', ship: null, name, days: 1 }),
      await instructor.ask('POST', '/api/v1/ships', { definition: { ...plain, id: 'refused', name } }),
    ]
    for (const { status } of answers) expect([400, 413], what).toContain(status)
  }
  expect(service.access.sessions.all()).toHaveLength(1)
  expect(service.ships.has('refused')).toBe(false)
})

test('[MSG2] no dashboard goes by what is no name', async () => {
  const { url } = await listen()
  const { nothing: _, ...named } = REFUSED_NAMES // who gives none has none
  for (const [what, name] of Object.entries(named)) {
    const nobody = new Watcher(url, 'captain', name)
    const refused = await new Promise((resolve) => nobody.socket.once('connect_error', resolve))
    expect(refused, what).toMatchObject({ data: { code: 'Malformed' } })
  }
})

test('[MSG2] whatever is refused as a text is so in every order that has one, and the log stays as it was', async () => {
  const { app, log } = await startFlow()
  const texts = ORDERS.flatMap(({ properties: { type, ...members } }) =>
    Object.entries(members).flatMap(([member, schema]) => ('pattern' in schema ? [[type.const, member] as const] : [])),
  )
  expect(texts.length).toBeGreaterThan(8)
  for (const [type, member] of texts)
    for (const text of Object.values(REFUSED_NAMES)) {
      const sent = { id: newId(), type, [member]: text }
      const { status, body } = await post<{ readonly problems: readonly { readonly path: string }[] }>(
        app,
        `/api/v1/ships/${SHIP}/commands`,
        sent,
      )
      expect(status).toBe(400)
      expect(body.problems.map(({ path }) => path)).toContain(`$.${member}`)
    }
  expect(log.head(SHIP)).toBe(1)
})

test('[SRV28] a file that is wrong breaks no line of the log, whatever it and its name hold', () => {
  const folder = temporaryFolder()
  const ships = join(folder, 'ships')
  mkdirSync(ships)
  const turned = '\u001b[2J\u202e'
  writeFileSync(join(ships, `a\n${turned}.json`), `${turned}not JSON`)
  writeFileSync(join(ships, 'schema.json'), JSON.stringify({ schema: `${turned}\n` }))
  writeFileSync(join(ships, 'member.json'), JSON.stringify({ schema: 'bulkhead/ship@1', [`${turned}\u007f`]: turned }))
  const lines = readLibrary([folder]).faults.flatMap(faultLines)
  expect(lines.length).toBeGreaterThan(10)
  expect(lines.filter((line) => ACTED_ON.test(line))).toEqual([])
})

test('[SRV28] at a terminal a line of the log is one line, and none that the terminal acts on', () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  createLogger('info', true).warn({ ship: 'a\nb\u001b[2J' }, 'c\r\u009b2J')
  const [[line = '']] = written.mock.calls as [[string]]
  written.mockRestore()
  expect(line).toMatch(/ c\\u000d\\u009b2J {2}ship=a\\u000ab\\u001b\[2J\n$/)
})
