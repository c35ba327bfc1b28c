import { expect, test } from 'vitest'
import { alarms } from '#shared/ship/apply/alarms.ts'
import { casualties } from '#shared/ship/apply/casualties.ts'
import { crews } from '#shared/ship/apply/crews.ts'
import { hazards } from '#shared/ship/apply/hazards.ts'
import { hull } from '#shared/ship/apply/hull.ts'
import { knowledge } from '#shared/ship/apply/knowledge.ts'
import { record } from '#shared/ship/apply/record.ts'
import { systems } from '#shared/ship/apply/systems.ts'
import { sized } from '../faults/support/goal.ts'
import { MAKERS } from '../support/order-makers.ts'
import { sailAll } from './harness/fleet.ts'
import { failureText, report } from './harness/report.ts'
import { ORDERS_A_VOYAGE } from './harness/sail.ts'

/** Every kind of order is taken and every kind of event happens in far fewer than a release is put through. */
const ORDERS = sized({ ci: 500_000, release: 2_000_000 })
const THREADS = 2
const MINUTES = 60_000

const EVENTS = { ...record, ...hull, ...hazards, ...systems, ...crews, ...casualties, ...alarms, ...knowledge }

/** A ship is commissioned by the server, and what is withheld never stands in a log. */
const NOT_OF_A_VOYAGE: readonly string[] = ['ShipCommissioned', 'Withheld']

const missing = (all: object, counts: Readonly<Record<string, number>>): readonly string[] =>
  Object.keys(all).filter((type) => !counts[type] && !NOT_OF_A_VOYAGE.includes(type))

test(
  `[TIM1] [TIM2] [TIM3] [TIM5] ${ORDERS.toLocaleString('en')} orders of every kind to ships at random break no invariant`,
  { timeout: 20 * MINUTES },
  async () => {
    const startedMs = performance.now()
    const { tally, failures } = await sailAll(1, ORDERS / ORDERS_A_VOYAGE, THREADS)
    console.log(report(tally, performance.now() - startedMs))
    expect(failures.map(failureText)).toEqual([])
    expect(tally.orders).toBe(ORDERS)
    expect(missing(MAKERS, tally.given), 'never given').toEqual([])
    expect(missing(MAKERS, tally.taken), 'never accepted').toEqual([])
    expect(missing(EVENTS, tally.events), 'never happened').toEqual([])
  },
)
