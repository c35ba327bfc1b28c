import { readdirSync, readFileSync } from 'node:fs'

const SEED = new URL('../../db/seed/', import.meta.url)

/** A ship or scenario file that comes with the product, not yet read by anything. A fresh copy each time. */
export const seedFile = (kind: 'ships' | 'scenarios', id: string): unknown =>
  JSON.parse(readFileSync(new URL(`${kind}/${id}.json`, SEED), 'utf8'))

export const seedIds = (kind: 'ships' | 'scenarios'): readonly string[] =>
  readdirSync(new URL(`${kind}/`, SEED))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort()
