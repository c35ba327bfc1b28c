import { describe, expect, test } from 'vitest'
import type { MomentKind } from '#shared/review/parts/course.ts'
import { dark } from '../support/dark-ship.ts'
import { drilled, reviewOfDrill } from '../support/drill.ts'
import { after } from '../support/given.ts'
import {
  acknowledge,
  breach,
  damage,
  declareDead,
  hit,
  raise,
  report,
  say,
  scenario,
  send,
  tell,
} from '../support/ship-orders.ts'

type Told = ReturnType<typeof drilled>
const textsOf = ({ timeline }: Told, kind: MomentKind) =>
  timeline.filter((one) => one.kind === kind).map(({ text }) => text)

describe('the timeline', () => {
  test('[REV24] given a drill, it has what matters in words, and by whom', () => {
    const told = drilled(
      ...[{ type: 'SetAlert', condition: 'red' } as const, damage('engine', 10), after(5), damage('engine', 5)],
      ...[raise('02-01'), send('alpha', 'system:engine'), after(5), report('02-01', 'burns', 'Ann'), declareDead('C1')],
      ...[tell('02-01', 'other', 'A smell'), say('All stations: hold on'), acknowledge('system@engine')],
    )
    const { timeline, momentsLeftOut } = told
    expect(timeline.map(({ at, kind, text }) => [at / 1000, kind, text])).toEqual([
      [0, 'record', 'Drill opened: Drill'],
      [0, 'alert', 'Condition red'],
      [0, 'hazard', 'engine down to 10 %'],
      [0, 'capability', 'Propulsion: Adrift'],
      [5, 'order', 'Force field raised at 02-01 Hold, 4 MW'],
      [5, 'crew', 'Alpha sent to engine'],
      [10, 'casualty', 'Casualty C1 Ann in 02-01 Hold: Burns'],
      [10, 'casualty', 'Casualty C1 declared dead'],
      [10, 'report', 'Report R1, 02-01 Hold: Something else. A smell'],
      [10, 'report', 'All stations: hold on'],
    ])
    expect(timeline.every(({ by }) => by === 'Mate')).toBe(true)
    expect(momentsLeftOut).toBe(0)
  })

  test('[REV24] given a scenario, it has what that says, and its hits', () => {
    const injects = [
      { at: 1000, say: 'Lookout: there!' },
      { at: 2000, do: hit('02-01', 100) },
    ]
    const told = reviewOfDrill({ opening: scenario({ injects, endsAfterMs: 5000 }), steps: [after(5)] })
    expect(textsOf(told, 'scenario')).toEqual(['Lookout: there!', 'Scenario ended'])
    expect(textsOf(told, 'hit')).toEqual(['Hit H1 at 02-01 Hold: 100 MJ, shields took 0 %'])
  })

  test('[REV24] [REV2] given what was known, a hazard comes to light where nobody saw it begin', () => {
    const drill = {
      ship: dark().ship,
      steps: [breach('03-02', 0.1), after(10), send('alpha', 'place:03-02'), after(20)],
    }
    const found = '03-02 Store seen by a crew'
    expect(textsOf(reviewOfDrill(drill), 'hazard')).toEqual(['Breach B1 open in 03-02 Store, 0.10 m²', found])
    expect(textsOf(reviewOfDrill({ ...drill, sight: 'known' }), 'hazard')).toEqual([found])
  })

  test('[REV24] given more than 500 moments, the first of each kind are kept, and the others counted', () => {
    // 600 lines of the log, 20 hazards, 1 opening: 479 lines are left.
    const told = drilled(
      ...Array.from({ length: 600 }, (_one, i) => say(`Line ${i + 1}`)),
      ...Array.from({ length: 20 }, () => breach('02-01', 0.01)),
    )
    expect(told.timeline).toHaveLength(500)
    expect(told.momentsLeftOut).toBe(121)
    expect(textsOf(told, 'hazard')).toHaveLength(20)
    expect(textsOf(told, 'report').at(-1)).toBe('Line 479')
    const seqs = told.timeline.map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  })
})
