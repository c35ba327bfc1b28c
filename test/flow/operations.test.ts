import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { startFlow } from './support/flow.ts'

const byName = (a = '', b = ''): number => a.localeCompare(b)

test('docs/operations.md has every figure that the server gives, and no other', async () => {
  const { service } = await startFlow()
  const given = service.metrics.registry.getMetricsAsArray().map(({ name }) => name)
  const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  const described = [...page.matchAll(/^\| `(bulkhead_\w+)`/gm)].map(([, name]) => name)
  expect(described.toSorted(byName)).toEqual(given.toSorted(byName))
})
