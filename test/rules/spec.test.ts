import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name) && !/(^|\/)(node_modules|dist)\//.test(name))
    .map((name) => `${folder}/${name}`)

const NUMBER = '[A-Z]{3,4}\\d{1,2}'
const quotedIn = (text: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\\[(${NUMBER})\\](?:[–-]\\[(${NUMBER})\\])?`, 'g'))].flatMap(([, one, last]) =>
    [one, last].filter((number) => number !== undefined),
  )

const rules = [...read('docs/SPEC.md').matchAll(new RegExp(`^- \\*\\*\\[(${NUMBER})\\]\\*\\* `, 'gm'))].map(
  ([, number]) => number ?? '',
)
/** The rules that titles begin with: a text in a test file that starts with numbers of rules. */
const titledIn = (text: string): readonly string[] =>
  [...text.matchAll(new RegExp(`['"\`]((?:\\[${NUMBER}\\] ?)+)`, 'g'))].flatMap(([, numbers = '']) => quotedIn(numbers))

const tests = filesIn('test').filter((path) => path.endsWith('.test.ts') || path.endsWith('.contract.ts'))
const EVERYWHERE = ['shared', 'server', 'db', 'web', 'test', 'scripts'].filter((folder) =>
  existsSync(join(ROOT, folder)),
)

describe('docs/SPEC.md', () => {
  test('gives every rule one number, and no number to two', () => {
    expect(rules.length).toBeGreaterThan(50)
    expect(rules.filter((number, i) => rules.indexOf(number) !== i)).toEqual([])
  })

  test('has no rule without a test whose title quotes it', () => {
    const tested = new Set(tests.flatMap((path) => titledIn(read(path))))
    expect(rules.filter((number) => !tested.has(number))).toEqual([])
  })

  test('has every number that code or a test quotes', () => {
    const unknown = EVERYWHERE.flatMap(filesIn).flatMap((path) =>
      quotedIn(read(path))
        .filter((number) => !rules.includes(number))
        .map((number) => `${path}: ${number}`),
    )
    expect(unknown).toEqual([])
  })
})

describe('ARCHITECTURE.md', () => {
  const text = read('ARCHITECTURE.md')
  const folders = EVERYWHERE.map((folder) => `${folder}/`)

  test('names only files and folders that are there', () => {
    const inCode = [...text.matchAll(/`([\w./-]+)`/g)].map(([, path = '']) => path)
    const linked = [...text.matchAll(/\]\((?!https?:)([\w./-]+)/g)].map(([, path = '']) => path)
    const paths = [...inCode.filter((path) => folders.some((folder) => path.startsWith(folder))), ...linked]
    expect(paths.length).toBeGreaterThan(10)
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  test('quotes only rules that are there', () => {
    expect(quotedIn(text).filter((number) => !rules.includes(number))).toEqual([])
  })
})
