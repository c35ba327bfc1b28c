import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const CONTROLS = 26

/** The rows of the table: number, control, what shows it. */
const rows = [...read('docs/SECURITY.md').matchAll(/^\| (\d+) +\| (.+?) +\| (.+?) +\|$/gm)].map(
  ([, number, control = '', shownBy = '']) => ({ number: Number(number), control, shownBy }),
)
const rules = new Set([...read('docs/SPEC.md').matchAll(/^- \*\*\[(\w+)\]\*\* /gm)].map(([, number]) => number))

test('docs/SECURITY.md has every control, by its number', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: CONTROLS }, (_one, index) => index + 1))
})

test.each(rows)(
  'control $number, $control, is shown by rules and tests that exist, or says why it does not apply',
  ({ shownBy }) => {
    const numbers = [...shownBy.matchAll(/\b[A-Z]{3,4}\d{1,2}\b/g)].map(([number]) => number)
    const files = [...shownBy.matchAll(/test\/[\w./-]+\.test\.ts/g)].map(([file]) => file)
    expect(numbers.length + files.length > 0 || shownBy.startsWith('does not apply: ')).toBe(true)
    expect(numbers.filter((number) => !rules.has(number))).toEqual([])
    expect(files.filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)))).toEqual([])
  },
)
