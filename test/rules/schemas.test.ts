import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Compile } from 'typebox/compile'
import { describe, expect, test } from 'vitest'
import { AskSchemas, CommandSchema, type SentCommand, VERSION } from '#shared/protocol/schemas.ts'
import { shapeProblems } from '#shared/schema/problems.ts'
import type { Command } from '#shared/ship/commands.ts'
import { HOSTILE_NAMES, REFUSED_NAMES } from '../support/hostile-names.ts'

const validator = Compile(CommandSchema)
const accepts = (value: unknown) => validator.Check(value)
const field = { id: 'client-0001', type: 'RaiseForceField', compartment: '07-04' }

describe('what clients may send', () => {
  test('[MSG1] given a well-formed order, it is taken', () => {
    expect(accepts(field)).toBe(true)
    expect(accepts({ id: 'client-0002', type: 'RestoreShip' })).toBe(true)
    expect(accepts({ id: 'client-0003', type: 'StartScenario', scenario: 'drill', seed: 7 })).toBe(true)
  })

  test.each([
    ['no id', { ...field, id: undefined }],
    ['an id of seven characters', { ...field, id: 'seven77' }],
    ['an id with a space', { ...field, id: 'client 0001' }],
    ['a member too many', { ...field, force: 9 }],
    ['no compartment', { id: field.id, type: field.type }],
    ['a compartment that every object has', { ...field, compartment: 'constructor' }],
    ['an order nobody knows', { ...field, type: 'RaiseTheDead' }],
    ['a list', [field]],
    ['nothing', null],
  ])('[MSG1] given %s, it is refused', (_what, value) => {
    expect(accepts(value)).toBe(false)
  })

  test.each([
    ['InflictHit', { compartment: '07-04', facing: 'fore' }, 'energy', [0, 2000], [-1, 2000.1, '5', NaN, Infinity]],
    ['InflictBreach', { compartment: '07-04' }, 'area', [0.01, 20], [0, 20.1]],
    ['DamageSystem', { system: 'pump' }, 'to', [0, 100], [-0.1, 101]],
    ['SetClock', {}, 'rate', [0, 64], [-1, 65]],
    ['PinNote', { text: 'here', kind: 'note' }, 'at', [0, 1e12], [-1, 0.5, 1e17]],
  ])('[MSG2] given %s, its number keeps within its bounds', (type, members, name, good, bad) => {
    const sent = (value: unknown) => ({ id: 'client-0001', type, ...members, [name]: value })
    for (const value of good) expect(accepts(sent(value)), String(value)).toBe(true)
    for (const value of bad) expect(accepts(sent(value)), String(value)).toBe(false)
  })

  test('[MSG2] given a text, it has at most 500 characters and nothing that bends a screen', () => {
    const log = (text: string) => accepts({ id: 'client-0001', type: 'RecordLog', text })
    expect(log('Hull breach, deck 4 – all hands; 75 mg, «sofort», 日本')).toBe(true)
    expect(log('x'.repeat(500))).toBe(true)
    expect(log('x'.repeat(501))).toBe(false)
    for (const [what, bad] of Object.entries(REFUSED_NAMES)) expect(log(bad), what).toBe(false)
    for (const text of HOSTILE_NAMES) expect(log(text), text).toBe(true)
  })

  test('[MSG3] given a script, it is refused: only the server adds one', () => {
    const start = { id: 'client-0001', type: 'StartScenario', scenario: 'drill' }
    expect(accepts(start)).toBe(true)
    expect(accepts({ ...start, script: { name: 'x', kind: 'drill', seed: 1, injects: [], conditional: [] } })).toBe(
      false,
    )
  })

  test('[MSG7] given until when an order is wanted, that is an instant as the server’s clock tells it', () => {
    const until = (expiresAt: unknown) => accepts({ ...field, expiresAt })
    for (const good of ['2026-11-23T12:00:00.000Z', '2026-11-23T12:00:00Z']) expect(until(good), good).toBe(true)
    for (const bad of ['soon', '2026-11-23', '2026-11-23T12:00:00', '2026-11-23T12:00:00+01:00', 1_800_000_000, null])
      expect(until(bad), String(bad)).toBe(false)
  })

  test('[MSG4] given something wrong, the problem names the member of the order that was meant', () => {
    expect(shapeProblems(validator, { ...field, compartment: 7 })).toEqual([
      { path: '$.compartment', expected: 'the id of something of this ship', found: '7' },
    ])
    expect(shapeProblems(validator, { ...field, force: 9 })).toEqual([
      { path: '$.force', expected: 'only id, expiresAt, type, compartment', found: '9' },
    ])
    const [unknown] = shapeProblems(validator, { id: 'client-0001', type: 'RaiseTheDead' })
    expect(unknown).toMatchObject({ path: '$.type', found: '"RaiseTheDead"' })
    expect(unknown?.expected).toContain('"RaiseForceField"')
  })

  test.each(['%', '~2', 'a/b', '"', '__proto__', 'constructor'])(
    '[MSG4] given a member named %j, it is told',
    (name) => {
      const sent: unknown = JSON.parse(`{"id": "client-0001", "type": "StopScenario", ${JSON.stringify(name)}: 1}`)
      expect(shapeProblems(validator, sent)).toMatchObject([{ expected: 'only id, expiresAt, type', found: '1' }])
    },
  )

  test('[MSG4] given thousands of members too many, it is told without taking long', () => {
    const members = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`member${index}`, index]))
    const before = process.cpuUsage()
    expect(shapeProblems(validator, { ...members, id: 'client-0001', type: 'StopScenario' })).toHaveLength(1000)
    expect(shapeProblems(validator, { ...members, id: 'client-0001', type: 'Nonsense' })).toHaveLength(1)
    const { user } = process.cpuUsage(before)
    expect(user / 1000).toBeLessThan(500) // processor time: a busy machine makes it no slower
  })
})

/** Alike in every member and in which of them may be left out. */
type Alike<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
type ByType<Any extends { readonly type: string }> = { [Type in Any['type']]: Extract<Any, { readonly type: Type }> }
type Whole<Any extends { readonly type: string }> = { [Type in Any['type']]: Required<ByType<Any>[Type]> }
type WithoutScript = Command extends infer One
  ? One extends { type: 'StartScenario' }
    ? Omit<One, 'script'>
    : One
  : never

describe('the schemas and the types', () => {
  test('[MSG5] given the orders of the core, the schema has the very same ones', () => {
    const alike: Alike<ByType<SentCommand>, ByType<WithoutScript>> = true
    const alikeWhole: Alike<Whole<SentCommand>, Whole<WithoutScript>> = true
    expect([alike, alikeWhole]).toEqual([true, true])
  })

  test('[MSG6] given a change of the messages, the version is raised', () => {
    const sockets = readFileSync(new URL('../../shared/protocol/sockets.ts', import.meta.url), 'utf8')
    const typesOnly = sockets.replace(/\/\*\*[^]*?\*\//g, '').replace(/\s+/g, ' ')
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([CommandSchema, AskSchemas]))
      .update(typesOnly)
      .digest('hex')
      .slice(0, 16)
    expect(
      { VERSION, fingerprint },
      'the messages have changed: raise VERSION in shared/protocol/schemas.ts, then note the new fingerprint here',
    ).toEqual({ VERSION: 7, fingerprint: '4f718f0349f0faf6' })
  })
})
