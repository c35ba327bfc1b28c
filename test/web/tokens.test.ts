import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, distance, luminance, oklch, VISION_NAMES } from './colour.ts'

const css = readFileSync(new URL('../../web/src/styles/tokens.css', import.meta.url), 'utf8')

/** The colours that the blocks with this in their selector set. */
const colours = (selector: string): Record<string, string> =>
  Object.fromEntries(
    [...css.matchAll(/([^{}]*){([^{}]*)}/g)]
      .filter(([, selectors = '']) => selectors.includes(selector))
      .flatMap(([, , body = '']) => [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)])
      .map(([, name = '', hex = '']) => [name, hex]),
  )

const CONDITIONS = ['green', 'yellow', 'red', 'blue'] as const
const palettes = Object.fromEntries(
  CONDITIONS.map((condition) => [condition, { ...colours(':root'), ...colours(`[data-condition='${condition}']`) }]),
)
const colour = (name: string, condition: string): string => {
  const hex = palettes[condition]?.[name]
  if (!hex) throw new Error(`tokens.css has no --${name} in condition ${condition}`)
  return hex
}

const SURFACES = ['void', 'panel', 'panel2', 'cell']
const TEXTS = ['ink', 'ink2', 'ink3', 'steady', 'p1', 'p2', 'p3', 'p4', 'crew', 'field']
const FILLS = ['p1', 'p2', 'p3', 'p4', 'crew', 'field', 'acc']

type Pair = readonly [front: string, back: string]
const each = (fronts: readonly string[], backs: readonly string[]): Pair[] =>
  fronts.flatMap((front) => backs.map((back): Pair => [front, back]))

/** Words: 4.5 : 1. */
const WORDS: readonly Pair[] = [
  ...each(TEXTS, SURFACES),
  ...each(['on-fill'], FILLS),
  ...each(['on'], ['a', 'b', 'c']),
  ...each(['ink'], ['mute', 'deep']),
  ...each(['on-band'], ['band', 'stripe']),
  ['acc', 'void'],
]

/** Shapes that mean something: 3 : 1. */
const SHAPES: readonly Pair[] = [...each(['grid'], ['void', 'cell']), ['ring', 'void'], ['band', 'void']]

/** Ring or the black line inside it: one of the two shows on any block that takes the focus. */
const FOCUSABLE = ['void', 'a', 'b', 'c', 'acc', 'mute', 'deep', 'p1', 'p3', 'cell']

describe.each(CONDITIONS)('contrast in condition %s', (condition) => {
  test.each(WORDS)('%s on %s can be read', (front, back) => {
    expect(contrast(colour(front, condition), colour(back, condition))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(SHAPES)('%s on %s can be seen', (front, back) => {
    expect(contrast(colour(front, condition), colour(back, condition))).toBeGreaterThanOrEqual(3)
  })
  test.each(FOCUSABLE)('the focus shows on %s', (surface) => {
    const best = Math.max(
      contrast(colour('ring', condition), colour(surface, condition)),
      contrast(colour('void', condition), colour(surface, condition)),
    )
    expect(best).toBeGreaterThanOrEqual(3)
  })
})

test.each(['a', 'deep'])('a critical mark stands out from the red frame’s %s', (block) => {
  expect(contrast(colour('p1', 'red'), colour(block, 'red'))).toBeGreaterThanOrEqual(3)
})

describe('chroma: chrome is quiet, alarms are loud', () => {
  const CHROME = ['a', 'b', 'c', 'acc', 'mute', 'deep']

  test.each(each(CHROME, ['green', 'yellow', 'blue']))('%s in condition %s is muted', (name, condition) => {
    expect(oklch(colour(name, condition)).chroma).toBeLessThanOrEqual(0.095)
  })
  test.each(CHROME)('%s in condition red is muted, or dark', (name) => {
    const { chroma } = oklch(colour(name, 'red'))
    expect(chroma).toBeLessThanOrEqual(0.125)
    if (chroma > 0.095) expect(luminance(colour(name, 'red'))).toBeLessThanOrEqual(0.08)
  })
  test.each(['p1', 'p2', 'p3'])('%s is loud', (name) => {
    expect(oklch(colour(name, 'green')).chroma).toBeGreaterThanOrEqual(0.14)
  })
  test('an advisory is cool', () => {
    const { chroma, hue } = oklch(colour('p4', 'green'))
    expect(chroma).toBeGreaterThanOrEqual(0.1)
    expect(hue).toBeGreaterThanOrEqual(215)
    expect(hue).toBeLessThanOrEqual(245)
  })
})

test('the condition recolours the frame and never the data', () => {
  const frame = Object.keys(colours("[data-condition='red']"))
  for (const name of [...SURFACES, ...TEXTS, 'grid', 'ring', 'on-fill', 'stale']) expect(frame).not.toContain(name)
})

describe.each(VISION_NAMES)('colours told apart with %s vision', (vision) => {
  const ALARMS = ['p1', 'p2', 'p3', 'p4']
  /** Nearer than 0.08, and told apart by shape: a dashed double line against an outline. */
  const BY_SHAPE = ['p4 field']
  const DATA = [...ALARMS, 'crew', 'field']
  const pairs = DATA.flatMap((one, index) => DATA.slice(index + 1).map((other): Pair => [one, other])).filter(
    ([one, other]) => !BY_SHAPE.includes(`${one} ${other}`),
  )

  test.each(pairs)('%s and %s', (one, other) => {
    expect(distance(colour(one, 'green'), colour(other, 'green'), vision)).toBeGreaterThanOrEqual(0.08)
  })
})
