import { describe, expect, test } from 'vitest'
import { unfold } from '#shared/ship/unfold.ts'
import type { Ship } from '#shared/ship/state.ts'
import { given, givenShip } from '../support/given.ts'
import { having } from '../support/having.ts'
import { breach, damage, hit, report, triage } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

const stateOf = (ship: Ship, alarm: string) => ship.alarms[alarm]?.state ?? null

describe('what is known', () => {
  const blind = givenShip(smallShip({ sensors: { system: 'computer', noticeSeconds: 60 } }), damage('computer', 0))

  test('[ALM5] a breach that nothing sees raises no alarm until it is found', () => {
    const unseen = blind.when(breach('03-02', 0.5))
    expect(unseen.last('BreachOpened').hides).toEqual(['breaches/B1'])
    expect(Object.keys(unseen.ship.alarms)).not.toContain('breach@03-02')
    const found = having(unseen.ship, {
      type: 'PlaceRevealed',
      compartment: '03-02',
      how: 'crew',
      reveals: [{ key: 'breaches/B1', now: unseen.ship.breaches.B1 }],
    })
    expect(found.alarms['breach@03-02']).toMatchObject({ state: 'unacknowledged', priority: 'critical' })
  })

  test('[ALM5] casualties whom nobody has found raise none', () => {
    const struck = [1, 2, 3].map((seed) => blind.withSeed(seed).when(hit('02-01', 2000)))
    expect(struck.some(({ events }) => events.some(({ type }) => type === 'CasualtyReported'))).toBe(true)
    for (const { ship } of struck) expect(Object.keys(ship.alarms)).not.toContain('casualties@02-01')
  })

  test('[ALM5] two breaches found at once in one place are one alarm, raised once', () => {
    const unseen = blind.when(breach('03-02', 0.5), breach('03-02', 0.5)).ship
    const { events } = unfold(
      unseen,
      [
        {
          type: 'PlaceRevealed',
          compartment: '03-02',
          how: 'crew',
          reveals: [
            { key: 'breaches/B1', now: unseen.breaches.B1 },
            { key: 'breaches/B2', now: unseen.breaches.B2 },
          ],
        },
      ],
      unseen.at,
    )
    expect(events.filter(({ type }) => type === 'AlarmRaised')).toHaveLength(1)
  })
})

describe('whatever changes a condition', () => {
  test('[ALM2] the hull is strained only while a breach is open', () => {
    const strained = having(given(breach('02-01', 0.1)).ship, { type: 'HullStrained' })
    expect(stateOf(strained, 'hull-strain@ship')).toBe('unacknowledged')
    const sealed = having(strained, { type: 'BreachSealed', breach: 'B1', compartment: '02-01' })
    expect(stateOf(sealed, 'hull-strain@ship')).toBe('returned')
    const again = having(
      sealed,
      { type: 'HullStrained' },
      { type: 'BreachOpened', breach: 'B9', compartment: '02-01', areaM2: 0.1, hit: null },
    )
    expect(stateOf(again, 'hull-strain@ship')).toBe('unacknowledged')
  })

  test('[ALM2] a worn crew is an alarm from being sent to being called back', () => {
    const worn = having(given(breach('02-01', 0.1)).ship, { type: 'CrewTired', crew: 'alpha', tired: 'red' })
    expect(stateOf(worn, 'fatigue@alpha')).toBeNull()
    const route = [{ compartment: '02-02', at: 0 }]
    const sent = having(worn, { type: 'CrewDispatched', crew: 'alpha', task: 'breach:B1', route })
    expect(sent.alarms['fatigue@alpha']).toMatchObject({ state: 'unacknowledged', priority: 'caution' })
    const recalled = having(sent, { type: 'CrewRecalled', crew: 'alpha' })
    expect(stateOf(recalled, 'fatigue@alpha')).toBe('returned')
  })

  test('[ALM2] beds run out while somebody needs one, until one is free', () => {
    // One bed: one in it, and a second who needs one.
    const ship = givenShip(
      smallShip({ sickbays: [{ id: 'berth', name: 'Berth', compartment: '02-03', beds: 1, surgeons: 1 }] }),
      report('02-01', 'burns'),
      report('02-01', 'burns'),
      triage('C1', 'immediate'),
      triage('C2', 'delayed'),
    ).ship
    expect(stateOf(ship, 'beds@ship')).toBeNull()
    const full = having(ship, { type: 'CasualtyBedded', casualty: 'C1', sickbay: 'berth', compartment: '02-03' })
    expect(stateOf(full, 'beds@ship')).toBe('unacknowledged')
    const free = having(full, { type: 'CasualtyDied', casualty: 'C1', declared: true })
    expect(stateOf(free, 'beds@ship')).toBe('returned')
  })

  test('[ALM2] a report is one until it is confirmed or refuted', () => {
    const reported = having(smallShip(), {
      type: 'DamageReported',
      report: 'R1',
      compartment: '02-01',
      what: 'breach',
      text: 'Hissing',
      extent: null,
      needs: null,
    })
    expect(reported.alarms['report@02-01']).toMatchObject({ priority: 'caution' })
    expect(stateOf(having(reported, { type: 'ReportRefuted', report: 'R1' }), 'report@02-01')).toBe('returned')
  })

  test('[ALM2] a supply is low, and then used up', () => {
    const file = {
      id: 'plates',
      name: 'Plates',
      unit: 'm²',
      amount: 10,
      low: 3,
      use: { for: 'plating', perM2: 1 },
    } as const
    const stocked = smallShip({ supplies: [file] })
    const left = (ship: Ship, amount: number) =>
      having(ship, { type: 'SupplyChanged', supply: 'plates', amount, perS: 0 })
    expect(stateOf(left(stocked, 4), 'supply@plates')).toBeNull()
    expect(left(stocked, 3).alarms['supply@plates']).toMatchObject({ priority: 'caution' })
    expect(left(left(stocked, 3), 0).alarms['supply@plates']).toMatchObject({ priority: 'warning' })
  })

  test('[ALM2] people who move change what is at stake where they were and where they go', () => {
    const venting = given(breach('02-01', 0.5)).ship
    const thin = having(venting, { type: 'AirThinned', compartment: '02-01', kpa: 50 })
    expect(thin.alarms['thin-air@02-01']?.priority).toBe('critical')
    const lent = having(thin, {
      type: 'HandsLent',
      transfer: 'T1',
      from: '02-01',
      to: 'alpha',
      people: 4,
      arrivesAt: 60_000,
    })
    expect(lent.alarms['thin-air@02-01']?.priority).toBe('warning')
  })
})
