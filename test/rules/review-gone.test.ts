import { describe, expect, test } from 'vitest'
import { reviewOfDrill } from '../support/drill.ts'
import { after } from '../support/given.ts'
import { damage, eject, report } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const core = {
  ...{ system: 'reactor', containment: 'galley', atLeastPercent: 50, minutesToBreach: 20, ejectable: true },
} as const
const ship = smallShip({ core })

describe('what is gone', () => {
  test('[REV4] given a damaged core that is ejected, its hazard ends without being restored, and waits for nobody', () => {
    const { hazards, responses } = reviewOfDrill({ ship, steps: [damage('reactor', 90), after(30), eject, after(30)] })
    const course = hazards.find(({ task }) => task === 'system:reactor')
    expect(course).toMatchObject({ beganAt: 0, endedAt: 30_000, restoredAt: null })
    expect(responses.find(({ measure }) => measure === 'dispatch')).toMatchObject({ count: 0, open: 0 })
  })

  test('[REV4] given a whole core that is ejected, nothing of it is a hazard, then or in a later incident', () => {
    const isCore = ({ task }: { readonly task: string }) => task === 'system:reactor'
    expect(reviewOfDrill({ ship, steps: [eject, after(30)] }).hazards.filter(isCore)).toEqual([])
    expect(reviewOfDrill({ ship, before: [eject], steps: [after(30)] }).hazards.filter(isCore)).toEqual([])
  })

  test('[REV10] given a ship that is restored, nobody waits for the wounded she had', () => {
    const { responses, casualties } = reviewOfDrill({
      steps: [report('03-01', 'burns'), after(30), { type: 'RestoreShip' }, after(600)],
    })
    expect(casualties).toMatchObject([{ outcome: 'waiting', triagedAt: null }])
    for (const measure of ['triage', 'bed'])
      expect(responses.find((one) => one.measure === measure)).toMatchObject({ count: 0, open: 0 })
  })
})
