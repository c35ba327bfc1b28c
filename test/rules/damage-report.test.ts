import { expect, test } from 'vitest'
import { damageReportOf } from '#shared/ship/views/damage-report.ts'
import { after, givenShip } from '../support/given.ts'
import { breach, damage, ignite, raise, report, send } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const stores = [{ id: 'plates', name: 'Plates', unit: 'm²', amount: 20, low: 5, use: { for: 'plating', perM2: 2 } }]

test('[FIG6] given a ship in trouble, the damage report has all of it, and the work left is the sum of the efforts', () => {
  const { ship, at } = givenShip(
    smallShip({ supplies: [...stores] } as Parameters<typeof smallShip>[0]),
    breach('02-02', 0.5), // 1 + 6 × 0.5 = 4 person-minutes
    raise('02-02'),
    ignite('02-01', 'slow'), // 2, and 6 for each MW, of which it has none yet
    damage('computer', 40), // 60 % of 30 = 18
    report('03-01', 'burns'),
    { type: 'ReportDamage', compartment: '01-01', what: 'other', text: 'A smell' },
    after(1),
  )
  const found = damageReportOf(ship, at)
  expect(found.hazards.map(({ task, held, workLeft }) => [task, held, workLeft])).toEqual([
    ['breach:B1', true, 4],
    ['fire:02-01', false, 2],
  ])
  expect(found.systems.filter(({ workLeft }) => workLeft > 0).map(({ id, workLeft }) => [id, workLeft])).toEqual([
    ['computer', 18],
  ])
  expect(found.workLeft).toBe(4 + 2 + 18)
  expect(found.people).toEqual([{ compartment: '02-01', people: 4, kpa: 101.3, state: 'inside' }])
  expect(found.casualties.map(({ id }) => id)).toEqual(['C1'])
  expect(found.capabilities.find(({ id }) => id === 'thinking')).toMatchObject({
    mode: 'none',
    remedies: [{ kind: 'repair', system: 'computer', toPercent: 50 }],
  })
  expect(found.openReports.map(({ id, text }) => [id, text])).toEqual([['R1', 'A smell']])
  expect(found.supplies).toEqual([{ id: 'plates', name: 'Plates', unit: 'm²', left: 20, full: 20, low: false }])
  expect(found.decks.find(({ deck }) => deck === 2)).toMatchObject({ hazards: 2, casualties: 0, damagedSystems: 0 })
})

test('[FIG6] given repairs under way, it says when the last of them will be done', () => {
  // Alpha is in 02-02 and four strong: 4 person-minutes take a minute.
  const { ship, at } = givenShip(
    smallShip(),
    breach('02-02', 0.5),
    raise('02-02'),
    send('alpha', 'breach:B1'),
    after(1),
  )
  expect(damageReportOf(ship, at).restoredAt).toBe(60_000)
})
