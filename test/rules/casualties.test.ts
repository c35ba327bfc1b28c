import { describe, expect, test } from 'vitest'
import type { FactOf } from '#shared/ship/events.ts'
import { peopleIn } from '#shared/ship/people.ts'
import type { Injury } from '#shared/ship/terms.ts'
import { after, given, givenShip, type Scene } from '../support/given.ts'
import { carry, declareDead, discharge, report, treat, triage } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'
import { RESTED } from '../support/rested.ts'

const MINUTE_MS = 60_000
const SEEDS = Array.from({ length: 40 }, (_one, seed) => seed)

const reported = (seed: number, injury: Injury): Scene =>
  givenShip({ ...smallShip(), seed }).when(report('02-01', injury))
const fateOf = (scene: Scene) => scene.last('CasualtyReported').fate

/** The first seed for which the draw is so. */
const where = (injury: Injury, holds: (fate: FactOf<'CasualtyReported'>['fate']) => boolean): Scene => {
  const found = SEEDS.map((seed) => reported(seed, injury)).find((scene) => holds(fateOf(scene)))
  if (!found) throw new Error(`no seed for ${injury}`)
  return found
}

const secondsUntil = (ms: number | null, from = 0): number => {
  if (ms === null) throw new Error('never')
  return (ms - from) / 1000
}

describe('what is drawn when a casualty is reported', () => {
  test.each([
    ['blast', 'immediate', 6, 14],
    ['burns', 'delayed', 15, 40],
  ] as const)('[CAS1] %s is %s, and gets worse after %d to %d minutes', (injury, severity, least, most) => {
    const waits = SEEDS.map((seed) => {
      const fate = fateOf(reported(seed, injury))
      expect(fate.severity).toBe(severity)
      return secondsUntil(fate.worsensAt) / 60
    })
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(least)
    expect(Math.max(...waits)).toBeLessThanOrEqual(most)
    // 40 draws use most of the range: less than its middle half would come up once in 2⁻⁴⁰.
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan((most - least) / 2)
  })

  test('[CAS1] the wait runs from the report, however long the ship has been quiet', () => {
    const { fate } = given(after(3600)).when(report('02-01', 'blast')).last('CasualtyReported')
    expect(secondsUntil(fate.worsensAt, 3_600_000)).toBeGreaterThanOrEqual(6 * 60)
    expect(secondsUntil(fate.worsensAt, 3_600_000)).toBeLessThanOrEqual(14 * 60)
  })

  test('[CAS1] minimal ones never get worse', () => {
    for (const seed of SEEDS) expect(fateOf(reported(seed, 'laceration'))).toMatchObject({ worsensAt: null })
  })

  test('[CAS1] who is reported is no longer among the people there, and nobody is where nobody is', () => {
    const { ship } = given(report('02-01', 'burns', 'Ann'))
    expect(peopleIn(ship, '02-01')).toBe(3)
    expect(ship.casualties.C1).toMatchObject({ name: 'Ann', compartment: '02-01', status: 'waiting', category: null })
    given().when(report('03-02', 'burns')).thenRejected({ code: 'NobodyThere', compartment: '03-02' })
  })
})

describe('triage', () => {
  test('[CAS2] may be done again, and a second time the same is nothing new', () => {
    const once = given(report('02-01', 'burns'), after(30), triage('C1', 'delayed'))
    expect(once.ship.casualties.C1).toMatchObject({ category: 'delayed', triagedAt: 30_000 })
    once.when(triage('C1', 'delayed')).thenNothing()
    once.when(triage('C1', 'immediate')).thenHappens({ type: 'CasualtyTriaged', casualty: 'C1', category: 'immediate' })
  })

  test('[CAS2] the dead are not triaged', () => {
    given(report('02-01', 'burns'), declareDead('C1'))
      .when(triage('C1', 'minimal'))
      .thenRejected({
        code: 'CasualtyNot',
        casualty: 'C1',
        casualtyStatus: 'dead',
        needed: ['waiting', 'moving', 'inBed', 'stable'],
      })
  })
})

describe('waiting', () => {
  test('[CAS3] an immediate one dies at the time drawn', () => {
    const scene = reported(3, 'blast')
    const { worsensAt } = fateOf(scene)
    scene.when(after(secondsUntil(worsensAt) - 0.001)).thenNever('CasualtyDied')
    scene
      .when(after(secondsUntil(worsensAt)))
      .thenHappens({ type: 'CasualtyDied', casualty: 'C1', declared: false, at: worsensAt ?? -1 })
  })

  test('[CAS3] a delayed one becomes immediate, and then has 6 to 14 minutes', () => {
    const scene = reported(3, 'burns')
    const { worsensAt } = fateOf(scene)
    const worse = scene.when(after(secondsUntil(worsensAt)))
    const { fate, at } = worse.last('CasualtyWorsened')
    expect([at, fate.severity]).toEqual([worsensAt, 'immediate'])
    expect(secondsUntil(fate.worsensAt, at)).toBeGreaterThanOrEqual(6 * 60)
    expect(secondsUntil(fate.worsensAt, at)).toBeLessThanOrEqual(14 * 60)
    worse.when(after(14 * 60)).thenHappens({ type: 'CasualtyDied', casualty: 'C1' })
  })

  test('[CAS3] in a bed nobody gets worse', () => {
    // Both beds and the surgeon are taken for 10 minutes by the first; the second would die within 14.
    const scene = given(report('02-01', 'fracture'), report('02-01', 'fracture'), carry('C1'), carry('C2'), after(60))
    scene.when(after(3600)).thenNever('CasualtyWorsened', 'CasualtyDied')
  })
})

describe('treatment in bed', () => {
  // From the hold to the sick berth is 10 s for a walker, 20 s for bearers.
  test('[CAS5] a free surgeon takes whoever is in a bed: five minutes for a delayed one', () => {
    given(report('02-01', 'fracture'), carry('C1'), after(321)).thenHappens(
      { type: 'CasualtyBedded', casualty: 'C1', sickbay: 'berth', compartment: '02-03', at: 20_000 },
      { type: 'TreatmentBegun', casualty: 'C1', at: 20_000, endsAt: 320_000 },
      { type: 'CasualtyStabilised', casualty: 'C1', at: 320_000 },
    )
  })

  test('[CAS1] who does not survive treatment dies at its end', () => {
    where('blast', ({ survivesTreatment }) => !survivesTreatment)
      .when(carry('C1'), after(621))
      .thenHappens({ type: 'CasualtyDied', casualty: 'C1', declared: false, at: 20_000 + 10 * MINUTE_MS })
      .thenNever('CasualtyStabilised')
  })

  const berth = { id: 'berth', name: 'Sick berth', compartment: '02-03', beds: 4, surgeons: 1 }
  const arrivingIn = (...injuries: readonly Injury[]): Scene =>
    givenShip(
      smallShip({ sickbays: [berth] }),
      ...injuries.map((injury) => report('02-01', injury)),
      ...injuries.flatMap((_one, i) => [carry(`C${i + 1}`), after(1)]),
    )
  const order = (scene: Scene): readonly string[] =>
    scene.events.flatMap((event) => (event.type === 'TreatmentBegun' ? [event.casualty] : []))

  test('[CAS5] then the worst first', () => {
    // C1 (minimal, one minute) is there first; when the surgeon is free at 80 s both others lie there.
    expect(order(arrivingIn('shock', 'fracture', 'blast').when(after(3600)))).toEqual(['C1', 'C3', 'C2'])
  })

  test('[CAS5] among equals whoever has lain longest', () => {
    expect(order(arrivingIn('shock', 'fracture', 'fracture', 'fracture').when(after(3600)))).toEqual([
      'C1',
      'C2',
      'C3',
      'C4',
    ])
  })

  test('[CAS5] what triage says counts for more than the injury', () => {
    expect(order(arrivingIn('shock', 'fracture', 'fracture').when(triage('C3', 'immediate'), after(3600)))).toEqual([
      'C1',
      'C3',
      'C2',
    ])
  })

  test('[CAS5] two surgeons treat two at a time', () => {
    const two = smallShip({ sickbays: [{ ...berth, surgeons: 2 }] })
    givenShip(two, report('02-01', 'fracture'), report('02-01', 'fracture'), carry('C1'), carry('C2'))
      .when(after(20))
      .thenHappens({ type: 'TreatmentBegun', casualty: 'C1' }, { type: 'TreatmentBegun', casualty: 'C2' })
  })
})

describe('treatment on the spot', () => {
  test('[CAS6] is on record with its time and effect, and may hold a casualty for three more minutes', () => {
    const effects = SEEDS.map((seed) => {
      const before = fateOf(reported(seed, 'fracture'))
      const treated = reported(seed, 'fracture').when(after(60), treat('C1'))
      const { treatment, fate } = treated.last('CasualtyTreated')
      expect(treated.ship.casualties.C1?.treatments).toEqual([treatment])
      expect(treatment).toMatchObject({ at: 60_000, treatment: 'tourniquet' })
      const gainedMs = (fate.worsensAt ?? 0) - (before.worsensAt ?? 0)
      expect(gainedMs).toBe(treatment.effect === 'holding' ? 3 * MINUTE_MS : 0)
      return treatment.effect
    })
    // Six in ten hold: of 40 between 13 and 35, to four standard deviations of 3.1.
    const holding = effects.filter((effect) => effect === 'holding').length
    expect(holding).toBeGreaterThanOrEqual(12)
    expect(holding).toBeLessThanOrEqual(36)
  })

  test('[CAS6] has no effect on one who will not live', () => {
    const doomed = where('severe-burns', ({ survivesTreatment }) => !survivesTreatment)
    doomed.when(treat('C1'), treat('C1'), treat('C1')).thenOnly(
      ['CasualtyTreated'],
      ...Array.from({ length: 3 }, () => ({
        type: 'CasualtyTreated' as const,
        treatment: { at: 0, treatment: 'tourniquet', effect: 'none' as const },
      })),
    )
  })
})

describe('the end of it', () => {
  const stable = given(report('02-01', 'fracture'), carry('C1'), after(321))

  test('[CAS7] who is stable can be discharged, and is among the people where they stand', () => {
    const { ship } = stable.when(discharge('C1'))
    expect(ship.casualties.C1?.status).toBe('discharged')
    expect(peopleIn(ship, '02-03')).toBe(2)
    expect(peopleIn(ship, '02-01')).toBe(3)
  })

  test('[CAS7] who was triaged minimal needs no bed', () => {
    const walking = given(report('02-01', 'shock'), triage('C1', 'minimal'))
    expect(peopleIn(walking.when(discharge('C1')).ship, '02-01')).toBe(4)
    given(report('02-01', 'fracture'))
      .when(discharge('C1'))
      .thenRejected({
        code: 'CasualtyNot',
        casualty: 'C1',
        casualtyStatus: 'waiting',
        needed: ['stable'],
      })
  })

  test('[CAS7] who is discharged from under treatment is not treated on', () => {
    given(report('02-01', 'shock'), triage('C1', 'minimal'), carry('C1'), after(21), discharge('C1'))
      .when(after(3600))
      .thenNever('CasualtyStabilised', 'CasualtyDied')
  })

  test('[CAS7] a crew gets its member back', () => {
    const whole = smallShip()
    const bravo = {
      status: 'ready',
      task: null,
      compartment: '03-01',
      route: [],
      since: 0,
      hurt: 1,
      ...RESTED,
    } as const
    const hurt = givenShip({ ...whole, crews: { ...whole.crews, bravo } }, report('03-01', 'shock'))
    const [one] = Object.values(hurt.ship.casualties)
    const ship = { ...hurt.ship, casualties: { C1: { ...known(one), crew: 'bravo' } } }
    const back = givenShip(ship, triage('C1', 'minimal')).when(discharge('C1'))
    back.thenHappens({ type: 'CasualtyDischarged' }, { type: 'CrewHurt', crew: 'bravo', hurt: 0 })
    expect(peopleIn(back.ship, '03-01')).toBe(2) // a member of a crew is not one of them
  })

  test('a death that is declared is on record as such, and final', () => {
    const dead = stable.when(declareDead('C1'))
    dead.thenHappens({ type: 'CasualtyDied', casualty: 'C1', declared: true })
    dead.when(declareDead('C1')).thenRejected({
      code: 'CasualtyNot',
      casualty: 'C1',
      casualtyStatus: 'dead',
      needed: ['waiting', 'moving', 'inBed', 'stable'],
    })
  })
})

const known = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('nobody')
  return value
}
