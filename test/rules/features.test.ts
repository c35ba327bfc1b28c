import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const rows = (part: string): readonly (readonly string[])[] =>
  part
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

const [, simulators = '', demonstration = ''] = read('docs/features.md').split('\n## ')
const features = [...rows(simulators), ...rows(demonstration)]
const rules = new Set([...read('docs/SPEC.md').matchAll(/^- \*\*\[(\w+)\]\*\* /gm)].map(([, number]) => number))

describe('docs/features.md', () => {
  test('has every row of the comparison: 1 to 21, 24 to 26, and 36', () => {
    const numbers = Array.from({ length: 21 }, (_one, i) => String(i + 1))
    expect(rows(simulators).map(([number]) => number)).toEqual([...numbers, '24', '25', '26', '36'])
    expect(rows(demonstration).length).toBe(15)
  })

  test.each(features.map((row) => [row.slice(0, -1).join(' '), row.at(-1) ?? ''] as const))(
    '%s: has a rule, which has a test, or a test of its own',
    (_what, shownBy) => {
      const numbers = [...shownBy.matchAll(/\b[A-Z]{3,4}\d{1,2}\b/g)].map(([number]) => number)
      const files = [...shownBy.matchAll(/test\/[\w./-]+\.test\.ts/g)].map(([file]) => file)
      expect(numbers.length + files.length).toBeGreaterThan(0)
      expect(numbers.filter((number) => !rules.has(number))).toEqual([])
      expect(files.filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)))).toEqual([])
    },
  )
})
