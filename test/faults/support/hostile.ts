import type { Dice } from '#shared/dice.ts'

/** Values at which readers have stumbled. */
const HOSTILE: readonly unknown[] = [
  ...[null, true, false, 0, -0, -1, 0.5, 2 ** 31, 2 ** 53, 1e308, -1e308, 5e-324],
  ...['', ' ', '0', '-1', 'null', '__proto__', 'constructor', 'toString', '\u0000', '\u202e', '\ud800', '\uffff'],
  ...["'; drop table event; --", '../../etc/passwd', '<script>', 'a'.repeat(41), 'a'.repeat(501), '%00', '{"a":1}'],
  ...[[], {}, [[]], [null], { length: -1 }, { toString: 1 }, { then: {} }, { type: 'SetClock' }],
]

/** Names that mean something to a language, a library or us. */
const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'then', 'length', 'id', 'type', '', '0'] as const

const POLLUTION = { polluted: true, prototype: { polluted: true } }

type Container = Record<string, unknown>

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null

/** Every list and object in a value. */
const containersIn = (root: unknown): readonly Container[] =>
  isContainer(root) ? [root, ...Object.values(root).flatMap(containersIn)] : []

/** Adds a member, even where its name is one that assignment takes for something else. */
const put = (container: Container, key: string, value: unknown): void => {
  if (Array.isArray(container)) container.push(value)
  else Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true })
}

const nest = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))

const strange = (dice: Dice): unknown => {
  if (dice.chance(0.03)) return nest(dice.pick([31, 33, 200]))
  if (dice.chance(0.1)) return POLLUTION
  return dice.pick(HOSTILE)
}

/** One thing changed somewhere in a value of JSON, which is left as it is. */
export const mutated = (value: unknown, dice: Dice): unknown => {
  const copy: unknown = structuredClone(value)
  const containers = containersIn(copy)
  if (containers.length === 0 || dice.chance(0.02)) return strange(dice)
  const container = dice.pick(containers)
  const keys = Object.keys(container)
  if (keys.length === 0 || dice.chance(0.15)) {
    put(container, dice.pick(KEYS), strange(dice))
    return copy
  }
  const key = dice.pick(keys)
  const old = container[key]
  if (dice.chance(0.15)) {
    if (Array.isArray(container)) container.splice(Number(key), 1)
    else Reflect.deleteProperty(container, key)
  } else if (dice.chance(0.2)) put(container, dice.pick(keys), old)
  else if (typeof old === 'number' && dice.chance(0.6))
    put(container, key, dice.pick([old + 1, old - 1, -old, old * 1e6, old / 3]))
  else if (typeof old === 'string' && dice.chance(0.4)) put(container, key, garbled(old, dice))
  else put(container, key, strange(dice))
  return copy
}

/** What means something in the texts that we read. */
const TOKENS = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\\',
    '\\u0000',
    '\\ud800',
    'null',
    '1e999',
    '-',
    '0',
    '"__proto__":{"polluted":1},',
  ],
  ...['&', '=', '%', '%00', '%ff', '+', '..', '/', '\u0000', '\u202e', '\ud800', '4', '2', '5', '451-', '9'.repeat(30)],
  '['.repeat(2_000),
]

/** One place of a text changed: cut, doubled, moved, or something put in. */
export const garbled = (text: string, dice: Dice): string => {
  const at = dice.whole(0, text.length)
  const until = Math.min(text.length, at + dice.whole(0, 8))
  const [before, part, after] = [text.slice(0, at), text.slice(at, until), text.slice(until)]
  switch (dice.whole(0, 5)) {
    case 0:
      return before + after
    case 1:
      return before + part + part + after
    case 2:
      return after + before
    case 3:
      return before + String.fromCharCode(dice.whole(0, 0xff)) + after
    case 4:
      return before
    default:
      return before + dice.pick(TOKENS) + after
  }
}
