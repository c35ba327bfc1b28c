import { describe, expect, test } from 'vitest'
import type { FindingKind } from '#shared/review/parts/assessment.ts'
import { drilled, reviewOfDrill } from '../support/drill.ts'
import { after } from '../support/given.ts'
import * as o from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

type Told = ReturnType<typeof drilled>
const of = ({ findings }: Told, kind: FindingKind) => findings.filter((one) => one.kind === kind)

describe('findings', () => {
  test('[REV27] given a quiet drill, nothing stands out', () => {
    expect(drilled(after(600)).findings).toEqual([])
  })

  test('[REV27] given deaths, preventable ones come first, each at its instant', () => {
    // Under seed 0 the first is one whom treatment would have saved. The other died under it.
    const told = reviewOfDrill({
      ship: { ...smallShip(), seed: 0 },
      steps: [
        ...[
          o.report('02-01', 'blast'),
          o.report('02-01', 'burns', 'Ann'),
          o.carry('C2'),
          after(30),
          o.declareDead('C2'),
        ],
        ...[after(30), o.declareDead('C1'), after(60)],
      ],
    })
    expect(told.findings.slice(0, 2)).toEqual([
      {
        kind: 'preventable-death',
        at: 60_000,
        text: 'Somebody (C1, blast injury, found in 02-01 Hold) died, and treatment would have saved them.',
      },
      { kind: 'death', at: 30_000, text: 'Ann (C2, burns, found in 02-01 Hold) died.' },
    ])
  })

  test('[REV27] given breaches that nobody goes to, the longest comes first', () => {
    const told = drilled(o.breach('03-02', 0.1), after(30), o.breach('01-02', 0.1), after(30))
    expect(of(told, 'uncrewed-critical')).toEqual([
      {
        kind: 'uncrewed-critical',
        at: 0,
        text: 'Breach B1 in 03-02 Store was critical for 1 min, all of it without a crew.',
      },
      {
        kind: 'uncrewed-critical',
        at: 30_000,
        text: 'Breach B2 in 01-02 Chart room was critical for 30 s, all of it without a crew.',
      },
    ])
  })

  test('[REV27] given one that is reached after a while, both times are told', () => {
    // Alpha is sent after 30 s, and 10 s later is there: the breach stays critical while they plate it.
    const told = drilled(o.breach('01-02', 0.5), after(30), o.send('alpha', 'breach:B1'), after(20))
    const text = 'Breach B1 in 01-02 Chart room was critical for 50 s, for 30 s without a crew.'
    expect(of(told, 'uncrewed-critical')).toMatchObject([{ text }])
  })

  test('[REV27] given alarms answered late, the measure that misses its standard is told, with both shares', () => {
    const told = drilled(o.damage('galley', 0), after(60), o.acknowledge('system@galley'))
    expect(of(told, 'late')).toEqual([
      {
        kind: 'late',
        at: null,
        text: 'Acknowledge (alarm raised to acknowledged) was within 15 s in 0 % of cases; 95 % were wanted.',
      },
    ])
    expect(of(told, 'alarms')).toEqual([])
  })

  test('[REV27] given a door left open beside a breach, boundaries and exposure are told', () => {
    const told = drilled(o.open('02-01/02-02'), o.breach('02-01', 0.5), after(120))
    expect(of(told, 'boundary')).toMatchObject([{ text: expect.stringContaining('passage 02-01/02-02') as string }])
    expect(of(told, 'exposure')).toMatchObject([
      { text: expect.stringMatching(/person-minutes in thin air; most of it in 02-01 Hold\.$/) as string },
    ])
  })

  test('[REV27] given capabilities lost, they are told from when they were', () => {
    const told = drilled(o.damage('engine', 50), after(10), o.damage('engine', 0), o.damage('computer', 0), after(20))
    expect(of(told, 'capability').map(({ at, text }) => [at, text])).toEqual([
      [10_000, 'Propulsion: lost for 20 s.'],
      [10_000, 'Thinking: lost for 20 s.'],
    ])
  })

  test('[REV27] given expected actions missed or late, both are told', () => {
    const expected = [
      { order: 'RaiseForceField', on: '02-01', withinMs: 10_000 },
      { order: 'TriageCasualty', on: null, withinMs: 20_000 },
    ] as const
    const told = reviewOfDrill({ opening: o.scenario({ expected }), steps: [after(15), o.raise('02-01'), after(15)] })
    expect(of(told, 'expected').map(({ at, text }) => [at, text])).toEqual([
      [10_000, 'Raise a force field: 02-01 Hold, expected by 00:10, came 5 s late.'],
      [20_000, 'Triage a casualty, expected by 00:20, was not done.'],
    ])
  })

  test('[REV27] given crews at red, systems shed and alarms never acknowledged, each is told', () => {
    const told = drilled(
      ...[
        o.damage('engine', 0),
        o.send('bravo', 'system:engine'),
        after(15 * 60),
        o.damage('engine', 0),
        after(29 * 60),
      ],
      ...[o.damage('reactor', 60), after(20)],
    )
    expect(of(told, 'alarms').map(({ text }) => text)).toMatchObject([
      expect.stringMatching(/^\d+ alarms were never acknowledged after being raised last/),
    ])
    expect(of(told, 'fatigue').map(({ text }) => text)).toEqual([
      'Bravo: worn out for 4 min 20 s, at most 44 min on task.',
    ])
    expect(of(told, 'power').map(({ text }) => text)).toEqual([
      'galley: shed for want of power for 12 s.',
      'transporter: shed for want of power for 12 s.',
    ])
  })

  test('[REV27] given many of a kind, the five worst are told, but every death', () => {
    const hurt = Array.from({ length: 4 }, () => o.report('02-01', 'burns'))
    const dead = [1, 2, 3, 4].map((number) => o.declareDead(`C${number}`))
    const more = [o.report('01-01', 'burns'), o.report('01-01', 'burns'), o.declareDead('C5'), o.declareDead('C6')]
    const breaches = Array.from({ length: 8 }, () => o.breach('03-02', 0.01))
    const told = drilled(...hurt, ...dead, ...more, ...breaches, after(10))
    expect(told.findings.filter(({ kind }) => kind === 'death' || kind === 'preventable-death')).toHaveLength(6)
    expect(of(told, 'uncrewed-critical')).toHaveLength(5)
  })
})
