import { diceFor } from '#shared/dice.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { fold } from '#shared/ship/evolve.ts'
import { hashOf } from '#shared/ship/hash.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { newShip, type Ship, shipFrom, type ShipState, stateOf } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import { expect, test } from 'vitest'
import { FACT_TYPES } from '../golden/factTypes.ts'
import { type GoldenLog, goldenLogs, releases } from '../golden/goldenLog.ts'
import { report } from './support/goal.ts'

const CUTS = 10_000
/** How far a snapshot is folded on before it is compared. */
const TAIL_EVENTS_MAX = 40

const corpus = releases().flatMap((release) =>
  [...goldenLogs(release)].map(([name, log]) => ({ release, name, log, plan: planOf(log.definition) })),
)

/** Of a state the members that one of an earlier release had: others may have come since. */
const asBefore = (state: ShipState, before: ShipState): ShipState => {
  const known = new Set(Object.keys(before))
  return Object.fromEntries(Object.entries(state).filter(([member]) => known.has(member))) as unknown as ShipState
}

const foldsAsBefore = (plan: Plan, { events, state }: GoldenLog): boolean =>
  hashOf(asBefore(stateOf(fold(newShip(plan), events)), state)) === hashOf(state)

test('[LOG11] given the stored events of every released version, they fold to the state they folded to then', () => {
  const otherwise = corpus.filter(({ plan, log }) => !foldsAsBefore(plan, log))
  report({
    ...{ goal: 'G20', name: 'logs of earlier releases', target: 'all fold to the recorded state' },
    value: `${corpus.length - otherwise.length} of ${corpus.length} logs, of ${releases().join(', ')}`,
    pass: corpus.length > 0 && otherwise.length === 0,
  })
})

test('the logs of the newest release have every event there is', () => {
  const newest = releases().at(-1)
  const types = new Set(
    corpus.filter(({ release }) => release === newest).flatMap(({ log }) => log.events.map(({ type }) => type)),
  )
  expect(FACT_TYPES.filter((type) => !types.has(type as RecordedEvent['type']))).toEqual([])
})

/** As it comes back from the disk. */
const stored = (ship: Ship): Ship => shipFrom(ship.plan, JSON.parse(JSON.stringify(stateOf(ship))) as ShipState)

/** At how many of so many instants a snapshot, and what came after it, is not what all events fold to. */
const wrongCuts = (plan: Plan, events: readonly RecordedEvent[], cuts: number): number => {
  const dice = diceFor(cuts, 'cuts', events.length)
  const seqs = Array.from({ length: cuts }, () => dice.whole(0, events.length)).sort((a, b) => a - b)
  let whole = newShip(plan)
  let wrong = 0
  for (const seq of seqs) {
    whole = fold(whole, events.slice(whole.seq, seq))
    const tail = events.slice(seq, seq + dice.whole(0, TAIL_EVENTS_MAX))
    if (hashOf(stateOf(fold(stored(whole), tail))) !== hashOf(stateOf(fold(whole, tail)))) wrong++
  }
  return wrong
}

test(`a snapshot and what came after it is what all events fold to, at ${CUTS} instants`, () => {
  const cutsEach = Math.ceil(CUTS / corpus.length)
  const wrong = corpus.reduce((sum, { plan, log }) => sum + wrongCuts(plan, log.events, cutsEach), 0)
  report({
    ...{ goal: 'G20', name: 'snapshot and tail', target: `${CUTS} cuts, 0 differ` },
    value: `${cutsEach * corpus.length} cuts, ${wrong} differ`,
    pass: wrong === 0,
  })
})
