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
const LIST_HEADING = '## Where each rule is tested'
/** The rules as written by hand, and after them a line for each with the tests that quote it. */
const withTests = (spec: string): string => {
  const written = spec.split(`\n${LIST_HEADING}\n`)[0]?.trimEnd() ?? ''
  const lines = rules.map((number) => {
    const quoting = tests.filter((path) => titledIn(read(path)).includes(number)).sort()
    return `- ${number}: ${quoting.map((path) => path.replace(/^test\//, '')).join(', ')}`
  })
  return `${written}\n\n${LIST_HEADING}\n\nFolders and files below \`test/\`.\n\n${lines.join('\n')}\n`
}
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

  test('lists every rule with the tests that quote it; `npx vitest run spec -u` writes the list anew', async () => {
    await expect(withTests(read('docs/SPEC.md'))).toMatchFileSnapshot('../../docs/SPEC.md')
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
