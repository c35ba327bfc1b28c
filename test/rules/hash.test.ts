import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { projectEvent, projectState } from '#shared/protocol/projection.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { evolve, fold } from '#shared/ship/evolve.ts'
import { hashOf } from '#shared/ship/hash.ts'
import { newShip, shipFrom, type ShipState, stateOf } from '#shared/ship/state.ts'
import { BY_ITSELF, record } from '../../server/runs/record.ts'
import { builtInPlan } from '../support/built-in.ts'
import { randomVoyage } from '../support/voyage.ts'

const VOYAGES = 12
const ORDERS = 60
const CREW = 'observer'

const plan = builtInPlan('voyager')
const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

/** A seeded run under random orders, as the server has it and as its log has its events. */
const voyageOf = (seed: number) => {
  const { start, ship, events } = randomVoyage(plan, seed, ORDERS)
  return { start, state: stateOf(ship), events: record(events, BY_ITSELF, '2026-11-23T12:00:00.000Z') }
}

/** The same, its members the other way round, and with members that are not defined. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([key, member]) => [key, turned(member)] as const)
  return { nothing: undefined, ...Object.fromEntries(members.reverse()) }
}

describe('states that say the same have the same hash', () => {
  test(`[LNK1] given ${VOYAGES} ships under random orders, a view folded event by event, the whole fold and JSON agree`, () => {
    for (let seed = 1; seed <= VOYAGES; seed++) {
      const { start, state, events } = voyageOf(seed)
      const hash = hashOf(state)
      let view = shipFrom(plan, throughJson(stateOf(start)))
      for (const event of throughJson(events)) view = evolve(view, event)
      expect(hashOf(stateOf(view)), `seed ${seed}`).toBe(hash)
      expect(hashOf(throughJson(state))).toBe(hash)
      expect(hashOf(turned(state) as ShipState)).toBe(hash)
    }
  })

  test('[LNK1] given what the crew may know, what their screens fold has the hash of what the server would show them', () => {
    for (let seed = 1; seed <= VOYAGES; seed++) {
      const { start, state, events } = voyageOf(seed)
      const told = events.map((event: RecordedEvent) => projectEvent(event, CREW))
      const view = fold(shipFrom(plan, projectState(stateOf(start), CREW)), throughJson(told))
      const shown = hashOf(projectState(state, CREW))
      expect(hashOf(projectState(stateOf(view), CREW)), `seed ${seed}`).toBe(shown)
      expect(shown).not.toBe(hashOf(state))
    }
  })
})

type Path = readonly (string | number)[]

const leavesOf = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [path]
  const members = Object.entries(value)
  return members.length === 0 ? [path] : members.flatMap(([key, member]) => leavesOf(member, [...path, key]))
}

const changedAt = (value: unknown, [key, ...rest]: Path, leaf: unknown): unknown => {
  if (key === undefined) return leaf
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  const at = key as keyof typeof copy
  return Object.assign(copy, { [key]: changedAt(copy[at], rest, leaf) })
}

const leafAt = (value: unknown, path: Path): unknown =>
  path.reduce((at: unknown, key) => (at as Record<string | number, unknown>)[key], value)

describe('states that do not say the same have another', () => {
  const { state } = voyageOf(1)
  const leaves = leavesOf(state)
  const anyLeaf = fc.oneof(
    ...[fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string(), fc.boolean()],
    ...[fc.constant(null), fc.constant({}), fc.constant([])],
  )

  test('[LNK1] given any one leaf that is changed, the hash is another', () => {
    const hash = hashOf(state)
    const change = fc.record({ path: fc.constantFrom(...leaves), leaf: anyLeaf })
    fc.assert(
      fc.property(change, ({ path, leaf }) => {
        const changed = changedAt(state, path, leaf) as ShipState
        const same = JSON.stringify(leafAt(state, path)) === JSON.stringify(leaf)
        expect(hashOf(changed) === hash).toBe(same)
      }),
      { numRuns: 500 },
    )
  })

  test('[LNK1] given every event of a run, the hash is another after it', () => {
    const { start, events } = voyageOf(2)
    const seen = new Set<string>()
    let ship = { ...newShip(plan), seed: start.seed }
    for (const event of events) seen.add(hashOf(stateOf((ship = evolve(ship, event)))))
    expect(seen.size).toBe(events.length)
  })
})
