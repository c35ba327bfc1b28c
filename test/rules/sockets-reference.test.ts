import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AskSchemas } from '#shared/protocol/schemas.ts'
import type { Down } from '#shared/protocol/sockets.ts'

/** Every message of the server's: one more, or one less, does not compile. */
const SENT: Readonly<Record<keyof Down, true>> = {
  events: true,
  clock: true,
  presence: true,
  head: true,
  service: true,
  access: true,
}

const reference = readFileSync(new URL('../../docs/sockets.md', import.meta.url), 'utf8')
/** The names that the table of a section begins its rows with. */
const namedIn = (section: string): readonly string[] => {
  const text = reference.split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...text.matchAll(/^\| `(\w+)`/gm)].map(([, name = '']) => name).toSorted()
}

test('docs/sockets.md has every call, and every message, and no other', () => {
  expect(namedIn('What can be asked')).toEqual(Object.keys(AskSchemas).toSorted())
  expect(namedIn('What is sent')).toEqual(Object.keys(SENT).toSorted())
})
