import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Sight } from '#shared/review/review.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { type Attack, asSeen, attacksIn, reviewed } from './support/attacks.ts'
import { type Comparison, compare } from './support/compare.ts'
import { count } from './support/count.ts'
import { leftOut, mutated, type Mutation, MUTATIONS } from './support/mutations.ts'
import { recordAttacks } from './support/recordings.ts'

const SIGHTS: readonly Sight[] = ['truth', 'known']
const UNDER_LOAD_MS = 300_000

/** The review of an attack beside the same figures counted by SQL; from a log of their own, if one is given. */
const audited = (attack: Attack, sight: Sight, countedFrom?: readonly RecordedEvent[]): Comparison => {
  const events = asSeen(attack, sight)
  const { plan, incident, nowMs } = attack
  const counted = count({ plan, events: countedFrom ?? events, incident: incident.id, nowMs, sight })
  try {
    return compare(counted, reviewed(attack, sight, events))
  } finally {
    counted.close()
  }
}

describe('reviews, counted anew by SQL from the raw events of a real log', { timeout: UNDER_LOAD_MS }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'bulkhead-'))
  let attacks: readonly Attack[] = []
  const comparisons: Comparison[] = []

  beforeAll(async () => {
    attacks = attacksIn(folder, await recordAttacks(folder))
  }, UNDER_LOAD_MS)
  afterAll(() => rmSync(folder, { recursive: true }))

  test('[REV1] [REV2] given every recorded attack, every figure is the same, in the truth and in what was known', () => {
    expect(attacks.map(({ incident }) => incident.id)).toEqual([
      ...['voyager-1', 'voyager-2', 'voyager-3', 'voyager-4', 'voyager-5', 'voyager-6', 'voyager-7'],
      ...['kittiwake-1', 'kittiwake-2', 'petrel-1', 'petrel-2', 'petrel-3', 'petrel-4'],
    ])
    for (const attack of attacks) {
      for (const sight of SIGHTS) {
        const comparison = audited(attack, sight)
        console.info(`${attack.incident.id}, ${sight}: ${comparison.compared} figures compared`)
        expect(comparison.differences, `${attack.incident.id}, ${sight}`).toEqual([])
        comparisons.push(comparison)
      }
    }
  })

  test('[REV1] given all of them, there is no kind of figure that is nothing everywhere', () => {
    const telling = new Set(comparisons.flatMap((one) => [...one.telling]))
    const kinds = new Set(comparisons.flatMap((one) => [...one.kinds]))
    expect([...kinds].filter((kind) => !telling.has(kind))).toEqual([])
    expect(kinds.size).toBeGreaterThan(100)
  })

  /** Attack after attack, until all that is to be seen has been. */
  const seenBy = (mutation: Mutation): ReadonlySet<string> => {
    const seen = new Set<string>()
    for (const attack of attacks) {
      if (mutation.shows.every((kind) => seen.has(kind))) break
      const tampered = mutated(attack, mutation)
      if (tampered) for (const { kind } of audited(attack, 'truth', tampered).differences) seen.add(kind)
    }
    return seen
  }

  test.each(MUTATIONS)('[REV1] given one event told otherwise, count and review differ: $name', (mutation) => {
    expect([...seenBy(mutation)]).toEqual(expect.arrayContaining([...mutation.shows]))
  })

  test('[REV1] given a single event left out, ten kinds of figures differ', () => {
    const [attack] = attacks
    const tampered = attack && mutated(attack, leftOut('CrewDispatched'))
    if (!tampered) throw new Error('no crew was sent')
    const kinds = new Set(audited(attack, 'truth', tampered).differences.map(({ kind }) => kind))
    expect([...kinds].length).toBeGreaterThanOrEqual(10)
  })
})
