import { Reference } from '#shared/schema/types.ts'
import { Compile } from 'typebox/compile'
import { describe, expect, test } from 'vitest'
import { drilled, reviewOfDrill } from '../support/drill.ts'
import { improvement, rated, scenario } from '../support/ship-orders.ts'

const CLOSE = { type: 'CloseIncident' } as const

describe('the checklist', () => {
  test('[REV28] given nothing said, it has six standing objectives, not rated', () => {
    const { objectives } = drilled()
    expect(objectives.map(({ objective }) => objective)).toEqual([
      ...['find-and-report', 'hold-boundaries', 'fight-fire'],
      ...['care-for-hurt', 'keep-power', 'use-crews'],
    ])
    expect(objectives.every(({ rating, remark, by }) => rating === null && remark === null && by === null)).toBe(true)
  })

  test('[REV28] given expected actions, they come first, in words', () => {
    const expected = [
      { order: 'RaiseForceField', on: '02-01', withinMs: 1000 },
      { order: 'TriageCasualty', on: null, withinMs: 1000 },
    ] as const
    const { objectives } = reviewOfDrill({ opening: scenario({ expected }), steps: [] })
    expect(objectives.slice(0, 2).map(({ objective, text }) => [objective, text])).toEqual([
      ['expected-1', 'Raise a force field: 02-01 Hold'],
      ['expected-2', 'Triage a casualty'],
    ])
    expect(objectives).toHaveLength(8)
    expect(objectives.filter(({ objective }) => !Compile(Reference).Check(objective))).toEqual([])
  })

  test('[REV28] [RVW4] given ratings, the last word counts, with its remark and who said it', () => {
    const { objectives } = reviewOfDrill({
      steps: [rated('M', 'tern-1', 'fight-fire'), CLOSE],
      later: [{ ...rated('P', 'tern-1', 'fight-fire'), remark: 'Out in two minutes' } as ReturnType<typeof rated>],
    })
    expect(objectives.find(({ objective }) => objective === 'fight-fire')).toEqual({
      ...{ objective: 'fight-fire', text: 'Contain every fire and put it out' },
      ...{ rating: 'P', remark: 'Out in two minutes', by: 'Mate' },
    })
  })

  test('[REV28] [RVW4] given a rating taken back, a standing line is as before, and an added one is gone', () => {
    const taken = (...ratings: readonly ('P' | null)[]) =>
      drilled(...ratings.flatMap((one) => [rated(one, 'tern-1', 'fight-fire'), rated(one, 'tern-1', 'sing')]))
        .objectives
    expect(taken('P').map(({ objective, rating }) => [objective, rating])).toContainEqual(['sing', 'P'])
    expect(taken('P').at(-1)).toEqual({
      objective: 'sing',
      text: 'Hold the damage',
      rating: 'P',
      remark: null,
      by: 'Mate',
    })
    expect(taken('P', null)).toEqual(drilled().objectives)
  })
})

describe('improvements', () => {
  test('[REV29] [RVW4] given several, open ones come first, each as it was said last, in the order of their first words', () => {
    const { improvements } = reviewOfDrill({
      steps: [
        ...[improvement('open', 'tern-1', 'a'), improvement('open', 'tern-1', 'b'), improvement('open', 'tern-1', 'c')],
        ...[improvement('open', 'tern-1', 'd'), CLOSE],
      ],
      later: [improvement('dropped', 'tern-1', 'a'), improvement('done', 'tern-1', 'b')],
    })
    expect(improvements.map(({ improvement: key, status }) => [key, status])).toEqual([
      ...[
        ['c', 'open'],
        ['d', 'open'],
        ['b', 'done'],
        ['a', 'dropped'],
      ],
    ])
    expect(improvements[0]).toEqual({
      ...{ improvement: 'c', text: 'Close doors first', owner: 'Torres', status: 'open', by: 'Mate' },
    })
  })

  test('[REV29] [RVW4] given words about another incident, they are of none of this', () => {
    const steps = [CLOSE, { type: 'OpenIncident', kind: 'drill', name: 'Next' } as const]
    const { objectives, improvements } = reviewOfDrill({
      steps,
      later: [rated('U', 'tern-2', 'fight-fire'), improvement('open', 'tern-2')],
    })
    expect(objectives.every(({ rating }) => rating === null)).toBe(true)
    expect(improvements).toEqual([])
  })
})
