import { describe, expect, test } from 'vitest'
import type { CasualtyCourse } from '#shared/review/parts/people.ts'
import { dark } from '../support/dark-ship.ts'
import { type Drill, drilled, reviewOfDrill } from '../support/drill.ts'
import { after } from '../support/given.ts'
import { breach, carry, declareDead, discharge, report, send, triage } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

/** Under this seed treatment saves the first one hit by a blast, under the other it does not. */
const SAVED = { ...smallShip(), seed: 0 }
const DOOMED = { ...smallShip(), seed: 4 }

const firstIn = (drill: Drill): CasualtyCourse | undefined => reviewOfDrill(drill).casualties[0]

describe('the course of a casualty', () => {
  test('[REV14] given one from report to outcome, each step has its first instant and the end its last', () => {
    // Reported at 10 s. Bearers need 2 × (5 + 5) s to the berth: in a bed at 80 s, at once with the surgeon, stable 5 min later.
    const { casualties, casualtyFlow } = drilled(
      ...[after(10), report('02-01', 'fracture', 'Ann')],
      ...[after(20), triage('C1', 'minimal'), after(10), triage('C1', 'delayed')],
      ...[after(20), carry('C1'), after(400), discharge('C1'), after(10)],
    )
    expect(casualties).toEqual([
      {
        ...{ casualty: 'C1', name: 'Ann', crew: null, compartment: '02-01', injury: 'fracture' },
        ...{ category: 'delayed', need: 'delayed', standing: false, outcome: 'discharged' },
        ...{ reportedAt: 10_000, triagedAt: 30_000, movedAt: 60_000, beddedAt: 80_000, treatedAt: 80_000 },
        ...{ endedAt: 460_000, untreatedImmediateMs: 0, preventable: null },
      },
    ])
    expect(casualtyFlow).toEqual({
      ...{ reported: 1, triaged: 1, bedded: 1, stable: 0, discharged: 1, dead: 0 },
      ...{ preventableDeaths: 0, untreatedImmediateMs: 0 },
    })
  })

  test('[REV14] given somebody hurt before it was opened, their times count from there; who was dead is in no figure', () => {
    const { casualties, casualtyFlow } = reviewOfDrill({
      before: [
        report('02-01', 'fracture'),
        triage('C1', 'delayed'),
        report('02-01', 'blast'),
        declareDead('C2'),
        after(5),
      ],
      steps: [after(60)],
    })
    expect(casualties).toMatchObject([
      { casualty: 'C1', standing: true, reportedAt: 5000, triagedAt: 5000, movedAt: null },
    ])
    expect(casualtyFlow).toMatchObject({ reported: 1, triaged: 1, dead: 0 })
  })

  test('[REV14] given a restoration, whoever is hurt keeps the outcome they had, and waits no longer', () => {
    const { casualties } = drilled(report('02-01', 'blast'), after(30), { type: 'RestoreShip' }, after(60))
    expect(casualties).toMatchObject([{ outcome: 'waiting', untreatedImmediateMs: 30_000 }])
  })
})

describe('untreated immediate time', () => {
  // Hurt at 0, taken for one who can wait, at 40 s for what they are; carried at 60 s, in a bed at 80 s.
  const steps = [
    ...[report('02-01', 'blast'), after(10), triage('C1', 'delayed'), after(30), triage('C1', 'immediate')],
    ...[after(20), carry('C1'), after(100)],
  ]

  test('[REV15] given the truth, it runs while they really need care and are not in a bed', () => {
    const { casualties, casualtyFlow } = drilled(...steps)
    expect(casualties).toMatchObject([{ need: 'immediate', untreatedImmediateMs: 80_000 }])
    expect(casualtyFlow.untreatedImmediateMs).toBe(80_000)
  })

  test('[REV15] [REV2] given what was known, it runs while they are triaged so, and their need is hidden', () => {
    const { casualties, casualtyFlow } = reviewOfDrill({ steps, sight: 'known' })
    expect(casualties).toMatchObject([{ need: null, untreatedImmediateMs: 40_000, preventable: null }])
    expect(casualtyFlow).toMatchObject({ untreatedImmediateMs: 40_000, preventableDeaths: null })
  })

  test('[REV15] given one who grows worse, it runs from then', () => {
    const { casualties } = drilled(report('02-01', 'fracture'), after(3600))
    const [one] = casualties
    expect(one).toMatchObject({ injury: 'fracture', outcome: 'dead', need: 'immediate' })
    expect(one?.untreatedImmediateMs).toBeGreaterThan(0)
    expect(one?.untreatedImmediateMs).toBeLessThan((one?.endedAt ?? 0) - (one?.reportedAt ?? 0))
  })
})

describe('deaths', () => {
  const left = [report('02-01', 'blast'), after(1200)]
  const treated = [report('02-01', 'blast'), carry('C1'), after(60), declareDead('C1')]

  test('[REV16] given a death without treatment, it was preventable if treatment would have saved them', () => {
    expect(firstIn({ ship: SAVED, steps: left })).toMatchObject({ outcome: 'dead', preventable: true })
    expect(firstIn({ ship: DOOMED, steps: left })).toMatchObject({ outcome: 'dead', preventable: false })
    expect(reviewOfDrill({ ship: SAVED, steps: left }).casualtyFlow.preventableDeaths).toBe(1)
  })

  test('[REV16] given a death under treatment, it was not', () => {
    expect(firstIn({ ship: SAVED, steps: treated })).toMatchObject({ outcome: 'dead', preventable: false })
  })

  test('[REV16] [REV2] given what was known, nobody says so', () => {
    expect(firstIn({ ship: SAVED, steps: left, sight: 'known' })).toMatchObject({ outcome: 'dead', preventable: null })
  })
})

describe('who is hurt where nobody sees it', () => {
  // The hold is open to space at 10 s, its four are overcome in the dark, and found by the medics 10 s after they are sent.
  const drill = {
    ship: dark().ship,
    steps: [after(10), breach('02-01', 3), after(300), send('medics', 'place:02-01'), after(100)],
  }

  test('[REV14] [REV2] given what was known, they begin when they are found', () => {
    const truth = reviewOfDrill(drill)
    const known = reviewOfDrill({ ...drill, sight: 'known' })
    expect(truth.casualties).toHaveLength(4)
    expect(truth.casualties.every(({ reportedAt }) => reportedAt > 10_000 && reportedAt < 60_000)).toBe(true)
    expect(known.casualties.map(({ casualty, reportedAt }) => [casualty, reportedAt])).toEqual(
      ['C1', 'C2', 'C3', 'C4'].map((casualty) => [casualty, 320_000]),
    )
  })
})
