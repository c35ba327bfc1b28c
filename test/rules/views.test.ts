import { describe, expect, test } from 'vitest'
import { alarmsOf } from '#shared/ship/views/alarms.ts'
import { boardOf } from '#shared/ship/views/board.ts'
import { casualtiesOf, sickbaysOf, tallyByDeck } from '#shared/ship/views/casualties.ts'
import { cellsOf } from '#shared/ship/views/cells.ts'
import { crewOptions } from '#shared/ship/views/crew-options.ts'
import { crewsOf } from '#shared/ship/views/crews.ts'
import { damageReportOf } from '#shared/ship/views/damage-report.ts'
import { workOf } from '#shared/ship/views/work.ts'
import { after, given, givenShip } from '../support/given.ts'
import {
  acknowledge,
  breach,
  carry,
  damage,
  discharge,
  raise,
  rank,
  report,
  seal,
  send,
  triage,
} from '../support/ship-orders.ts'
import { passagesWith, smallShip } from '../support/small-ship.ts'

describe('the work list', () => {
  const tasksOf = ({ ship, at }: ReturnType<typeof given>) => workOf(ship, at).map(({ task }) => task)

  test('[FIG3] by severity, and in it what nobody is on first, then the oldest', () => {
    // Open breaches are critical, held ones warnings; a vital system under 50 % a warning, any from 75 % on advisory.
    const list = given(damage('galley', 80), after(1), breach('02-01', 0.5), after(1), breach('02-02', 0.5), after(1))
    expect(tasksOf(list)).toEqual(['breach:B1', 'breach:B2', 'system:galley'])
    expect(tasksOf(list.when(send('alpha', 'breach:B1')))).toEqual(['breach:B2', 'breach:B1', 'system:galley'])
    expect(tasksOf(list.when(raise('02-01'), damage('engine', 60)))).toEqual([
      'breach:B2',
      'breach:B1',
      'system:engine',
      'system:galley',
    ])
  })

  test('[FIG3] the oldest is not the one with the lowest id', () => {
    expect(tasksOf(given(report('02-01', 'blast'), triage('C1', 'immediate'), after(1), breach('02-01', 0.5)))).toEqual(
      ['casualty:C1', 'breach:B1'],
    )
  })

  test('[FIG3] what was put first comes first, what was put last last', () => {
    const list = given(damage('galley', 80), breach('02-01', 0.5), damage('engine', 60))
    const ranked = list.when(rank('system:galley', 'first'), rank('breach:B1', 'last'))
    expect(tasksOf(ranked)).toEqual(['system:galley', 'system:engine', 'breach:B1'])
  })

  test('a line says who is on it, how far it is, and when it will be done', () => {
    // At 35 s half of the 60 s of work are done; done at 65 s.
    const { ship, at } = given(breach('02-01', 0.5), raise('02-01'), send('alpha', 'breach:B1'), after(35))
    const [line] = workOf(ship, at)
    expect(line).toMatchObject({
      task: 'breach:B1',
      kind: 'breach',
      compartment: '02-01',
      skill: 'hull',
      severity: 'warning',
      since: 0,
      held: true,
      crews: [{ crew: 'alpha', status: 'working' }],
    })
    expect(line?.percent).toBeCloseTo(50, 9)
    expect(line?.doneAt).toBeCloseTo(65_000, -1)
  })
})

describe('the alarm list', () => {
  test('[FIG3] by priority; among equals what nobody is on; the returned last', () => {
    const { ship, at } = given(
      damage('galley', 40), // caution
      after(1),
      breach('02-01', 0.5), // critical
      after(1),
      breach('02-02', 0.5), // critical
      report('02-01', 'shock'), // warning, and then returned
      triage('C1', 'minimal'),
      discharge('C1'),
      send('alpha', 'breach:B1'),
    )
    const list = alarmsOf(ship, workOf(ship, at))
    expect(list.map(({ id }) => id)).toEqual(['breach@02-02', 'breach@02-01', 'system@galley', 'casualties@02-01'])
    expect(list.map(({ task, crews }) => [task, crews])).toEqual([
      ['breach:B2', []],
      ['breach:B1', ['alpha']],
      ['system:galley', []],
      [null, []],
    ])
  })
})

test('an alarm about waiting casualties names the one to see to', () => {
  const { ship, at } = given(report('02-01', 'burns'))
  expect(alarmsOf(ship, workOf(ship, at))).toMatchObject([{ id: 'casualties@02-01', task: 'casualty:C1', crews: [] }])
})

describe('crews to choose from', () => {
  test('[FIG4] those who can go by when they would be there, with what they are worth', () => {
    // The hold: alpha in 5 s, medics in 10, bravo in 15. Against the vacuum 240 person-s at 4·½, 2·½·½ and 2·½·½.
    const { ship, at } = given(breach('02-01', 0.5))
    expect(
      crewOptions(ship, 'breach:B1', at).map(({ crew, arrivesInS, worksS, skilled }) => [
        crew,
        arrivesInS,
        worksS,
        skilled,
      ]),
    ).toEqual([
      ['alpha', 5, 120, true],
      ['medics', 10, 480, false],
      ['bravo', 15, 480, false],
    ])
  })

  test('[FIG4] then those who cannot, each with the refusal of the order', () => {
    const { ship, at } = given(
      breach('03-02', 0.5),
      breach('02-02', 0.5),
      send('alpha', 'breach:B2'),
      seal('03-01/03-02'),
    )
    const options = crewOptions(ship, 'breach:B1', at)
    expect(options.map(({ crew, arrivesInS, refusal }) => [crew, arrivesInS, refusal?.code])).toEqual([
      ['alpha', null, 'CrewNotReady'],
      ['bravo', null, 'NoRoute'],
      ['medics', null, 'NoRoute'],
    ])
  })
})

describe('where everybody is', () => {
  test('a crew under way is in the last compartment it has reached', () => {
    const sent = given(damage('auxiliary', 50), send('alpha', 'system:auxiliary'), after(9))
    const alpha = (seconds: number) => crewsOf(sent.ship, seconds * 1000).find(({ crew }) => crew === 'alpha')
    expect([0, 9, 10, 14, 15].map((s) => alpha(s)?.compartment)).toEqual(['02-02', '02-02', '03-01', '03-01', '03-02'])
    expect(alpha(9)).toMatchObject({ arrivesAt: 15_000, doneAt: null, fit: 4, size: 4 })
    // Half of 30 person-minutes by four: 225 s.
    const working = crewsOf(sent.when(after(6)).ship, 15_000).find(({ crew }) => crew === 'alpha')
    expect(working).toMatchObject({ compartment: '03-02', arrivesAt: null, doneAt: 240_000 })
  })

  test('so is a casualty who is carried', () => {
    const { ship } = given(report('02-01', 'fracture'), carry('C1'), after(12))
    expect(casualtiesOf(ship, 12_000)).toMatchObject([{ id: 'C1', place: '02-02', arrivesAt: 20_000 }])
  })

  test('a casualty is shown without what only the dice know', () => {
    const { ship, at } = given(report('02-01', 'fracture'))
    expect(JSON.stringify([casualtiesOf(ship, at), boardOf(ship, at), damageReportOf(ship, at)])).not.toMatch(
      /fate|worsensAt|survivesTreatment/,
    )
  })

  test('immediate ones first, then whoever has not been looked at', () => {
    const { ship, at } = given(
      ...Array.from({ length: 4 }, () => report('02-01', 'burns')),
      triage('C1', 'expectant'),
      triage('C2', 'delayed'),
      triage('C4', 'immediate'),
    )
    expect(casualtiesOf(ship, at).map(({ id }) => id)).toEqual(['C4', 'C3', 'C2', 'C1'])
    expect([...tallyByDeck(ship)]).toEqual([[2, { immediate: 1, delayed: 1, minimal: 0, expectant: 1, untriaged: 1 }]])
  })

  test('a sickbay shows its beds, those kept for somebody on the way, and who is on the table', () => {
    const beds = given(report('02-01', 'fracture'), report('02-01', 'fracture'), carry('C1'), after(10), carry('C2'))
    expect(sickbaysOf(beds.ship, 10_000)).toMatchObject([{ beds: 2, taken: 2, operating: 0, patients: [] }])
    expect(sickbaysOf(beds.when(after(15)).ship, 25_000)).toMatchObject([
      { taken: 2, operating: 1, patients: [{ id: 'C1', place: '02-03' }] },
    ])
  })
})

describe('the ship in cells', () => {
  test('only what has something to show, and the worst of it', () => {
    const { ship, at } = given(
      breach('02-01', 0.5),
      raise('02-01'),
      acknowledge('breach@02-01'),
      damage('galley', 60),
      report('03-01', 'burns'),
      send('alpha', 'breach:B1'),
      after(6),
    )
    const cells = cellsOf(ship, workOf(ship, at), at)
    expect([...cells.keys()].sort()).toEqual(['02-01', '02-02', '03-01'])
    expect(cells.get('02-01')).toMatchObject({
      severity: 'warning',
      breached: true,
      field: true,
      unacknowledged: false,
      crewsHere: ['alpha'],
    })
    expect(cells.get('02-02')).toMatchObject({ severity: 'caution', breached: false, work: ['system:galley'] })
    expect(cells.get('03-01')).toMatchObject({ severity: 'warning', casualties: 1, unacknowledged: true })
  })
})

test('a cell shows its pressure, and whether it is thin', () => {
  const { ship, at } = given(breach('02-01', 0.5), after(6))
  const cells = cellsOf(ship, workOf(ship, at), at)
  expect(cells.get('02-01')?.thin).toBe(true)
  // 101.3 · exp(−6 / 10.0705) = 55.83
  expect(cells.get('02-01')?.kpa).toBeCloseTo(55.83, 2)
  expect(cellsOf(given(breach('02-01', 0.5)).ship, [], 0).get('02-01')).toMatchObject({ thin: false, kpa: 101.3 })
})

describe('board and damage report', () => {
  const scene = givenShip(
    smallShip({ passages: passagesWith({ '03-01/03-02': 'jammed' }) }),
    breach('02-01', 0.5),
    raise('02-01'),
    damage('computer', 40),
    send('alpha', 'breach:B1'),
    after(43_200 / 2),
  )

  test('the board has the shape of the contract, and survives being sent', () => {
    const board = boardOf(scene.ship, scene.at)
    expect(JSON.parse(JSON.stringify(board))).toEqual(board)
    // A quarter of a day at two stardates a day.
    expect(board.stardate).toBe(50_000.5)
    expect(board.hazards).toMatchObject([
      { id: 'passage:03-01/03-02', kind: 'passage', severity: 'caution', held: false },
    ])
    expect(board.capabilities).toMatchObject([
      {
        id: 'propulsion',
        mode: 'slow',
        top: false,
        reasons: ['engine 30 % (Full speed needs 80 %)', 'computer 40 % (engine needs 50 %)'],
      },
      { id: 'thinking', mode: 'none', top: false, reasons: ['computer 40 % (Quick needs 50 %)'] },
    ])
    expect(board.crews).toHaveLength(3)
    const early = given(after(3), breach('02-01', 0.5), after(4))
    expect(boardOf(early.ship, early.at).hazards).toMatchObject([{ id: 'breach:B1', sinceMs: 4_000, held: false }])
  })

  test('the report counts the work left, and when it will be done', () => {
    // 30 person-minutes for all of the computer, 60 % of which is 18. Bravo walks 25 s: 10 + 10 + 5.
    const mending = scene.when(send('bravo', 'system:computer'), after(25))
    const report = damageReportOf(mending.ship, mending.at)
    expect(report.systems.find(({ id }) => id === 'computer')).toMatchObject({
      healthPercent: 40,
      performancePercent: 40,
      stopped: null,
      workLeft: 18,
      doneAt: mending.at + 9 * 60_000,
    })
    expect(report.systems.find(({ id }) => id === 'engine')).toMatchObject({
      healthPercent: 100,
      performancePercent: 30,
    })
    expect(report.decks).toMatchObject([
      { deck: 1, damagedSystems: 1, hazards: 0 },
      { deck: 2, damagedSystems: 0, hazards: 0 },
      { deck: 3, damagedSystems: 0, hazards: 1 },
    ])
    expect(report.capabilities.map(({ id, remedies }) => [id, remedies.map(({ task }) => task)])).toEqual([
      ['propulsion', ['system:computer']],
      ['thinking', ['system:computer']],
    ])
  })
})
