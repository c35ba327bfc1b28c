import { describe, expect, test } from 'vitest'
import { readScenarioFile } from '#shared/scenario-file/read.ts'
import { scriptOf } from '#shared/scenario-file/script-of.ts'
import { advanced } from '#shared/ship/advance.ts'
import { decide } from '#shared/ship/decide.ts'
import type { ShipEvent } from '#shared/ship/events.ts'
import { fold } from '#shared/ship/evolve.ts'
import { healthAt, percentAt, supplyAt } from '#shared/ship/formula.ts'
import { shown } from '#shared/ship/known.ts'
import { stardateAt } from '#shared/ship/stardate.ts'
import { newShip, type Ship } from '#shared/ship/state.ts'
import { planOf } from '#shared/ship-file/plan-of.ts'
import type { ShipFile } from '#shared/ship-file/schema.ts'
import { capabilitiesOf } from '#shared/ship/views/capabilities.ts'
import { demonstration } from '../../server/demonstration.ts'
import { seedFile, seedIds } from '../support/seed-files.ts'

const SHIP = 'voyager'

const scenarios = seedIds('scenarios').map((id) => {
  const read = readScenarioFile(seedFile('scenarios', id))
  if (!read.ok) throw new Error(id)
  return { file: read.value, script: scriptOf(read.value) }
})

const unwrapped = (decision: ReturnType<typeof decide>): readonly ShipEvent[] => {
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value
}

/** What a newcomer meets on a first start: everything up to and with the beginning of the attack under way. */
const firstStart = (): { ship: Ship; past: readonly ShipEvent[] } => {
  let ship = newShip(planOf(seedFile('ships', SHIP) as ShipFile))
  const past: ShipEvent[] = []
  for (const happening of demonstration(ship, scenarios)) {
    ship = happening.ship
    past.push(...happening.events)
  }
  return { ship, past }
}

const { ship: began, past } = firstStart()
const after = (seconds: number): Ship => advanced(began, began.at + seconds * 1000).ship
const modeOf = (ship: Ship, id: string) => capabilitiesOf(ship, ship.at).find((one) => one.id === id)
const count = (type: ShipEvent['type']): number => past.filter((event) => event.type === type).length

describe('the demonstration attack, forty seconds in', () => {
  const ship = after(40)
  const casualties = Object.values(ship.casualties)

  test('[DEM1] red alert, thrusters only, shields and every weapon down', () => {
    expect(ship.alert).toBe('red')
    expect(['propulsion', 'shields', 'phasers', 'torpedoes'].map((id) => modeOf(ship, id)?.mode)).toEqual([
      'thrusters',
      'down',
      'none',
      'none',
    ])
  })

  test('[DEM2] the warp core is shut down by order, and impulse waits for the deflector', () => {
    expect(ship.systems['warp-core']).toMatchObject({ running: false, stoppedBecause: 'order' })
    const [impulse] = modeOf(ship, 'propulsion')?.reasons ?? []
    expect(impulse).toMatchObject({ system: 'impulse-engines' })
    expect(impulse?.because.map(({ system }) => system)).toContain('navigational-deflector')
  })

  test('[DEM3] two breaches on deck 4: one behind a field with a crew on its way, one open', () => {
    const onDeck4 = Object.values(ship.breaches).filter(({ compartment }) => compartment.startsWith('04-'))
    const open = onDeck4.filter(({ compartment }) => !(compartment in ship.fields))
    expect([onDeck4.length, open.length]).toEqual([2, 1])
    expect(ship.crews['repair-2']).toMatchObject({ status: 'enRoute', task: 'breach:B1' })
  })

  test('[DEM4] casualties on ten decks at least, nobody dead, and Bendera waiting with a bed free', () => {
    const decks = new Set(casualties.map(({ compartment }) => compartment.slice(0, 2)))
    expect(decks.size).toBeGreaterThanOrEqual(10)
    expect(casualties.filter(({ status }) => status === 'dead')).toEqual([])
    expect(ship.casualties['C1']).toMatchObject({ name: 'Kurt Bendera', injury: 'severe-burns', status: 'waiting' })
    const command = { id: 'medic-0001', type: 'TransportCasualty', casualty: 'C1', by: 'beam' } as const
    expect(decide(ship, { command, at: ship.at })).toMatchObject({ ok: true })
  })

  test('[DEM5] power for another field', () => {
    const { supplyMw, demandMw } = ship.power
    expect(supplyMw + ship.plan.file.battery.outputMw - demandMw).toBeGreaterThan(8)
    expect(supplyMw).toBeLessThan(demandMw)
  })

  test('[DEM6] stardate 49337.4, to the end', () => {
    expect(stardateAt(ship.plan, began.at)?.toFixed(1)).toBe('49337.4')
    expect(stardateAt(ship.plan, began.at + 900_000)?.toFixed(1)).toBe('49337.4')
  })

  test('[DEM7] no order of the scenario is refused, to the end', () => {
    const { events } = advanced(began, began.at + 900_000)
    expect(events.filter((event) => event.type === 'InjectRun' && event.refused !== null)).toEqual([])
    expect(events.some((event) => event.type === 'ScenarioEnded')).toBe(true)
    expect(events).toContainEqual(expect.objectContaining({ type: 'CasualtyDied', casualty: 'C1', declared: true }))
  })
})

describe('the demonstration attack, before and after that', () => {
  test('[DEM10] the core is a few seconds from its breach when the engineers shut it down', () => {
    // The containment at 12 of 50 %: 76 % of the pace, 100 % in half a minute: 2.53 % a second from 3 s on.
    const { core } = after(37)
    expect(core.status).toBe('threatened')
    expect(percentAt(core.risk, began.at + 37_000)).toBeCloseTo(34 * 0.76 * (100 / 30), 6)
    expect(after(40).core.status).toBe('sound')
  })

  test('[DEM11] a fire on deck 10 spreads unless it is suppressed', () => {
    const burning = after(40)
    expect(Object.keys(burning.fires)).toContain('10-05')
    const command = { id: 'fire-0001', type: 'SuppressFire', compartment: '10-05' } as const
    const suppressed = fold(burning, unwrapped(decide(burning, { command, at: burning.at })))
    expect(Object.keys(advanced(suppressed, began.at + 180_000).ship.fires)).not.toContain('10-05')
    expect(after(899).fires['10-05']?.flashedOverAt).not.toBeNull()
  })

  test('[DEM12] a bridge officer joins a team in Engineering', () => {
    expect(after(74).crews['engineering-2']?.hands).toBe(0)
    expect(after(200).crews['engineering-2']?.hands).toBe(1)
  })

  test('[DEM13] what somebody reports of the sensors nobody sees, until a diagnostic finds the fault', () => {
    const reported = after(120)
    expect(reported.reports['R1']).toMatchObject({ compartment: '11-05', status: 'reported' })
    expect(healthAt(reported, 'long-range-sensors', reported.at)).toBe(62)
    expect(healthAt(shown(reported), 'long-range-sensors', reported.at)).toBe(100)
    const found = after(895)
    expect(found.diagnoses['long-range-sensors']).toMatchObject({ percent: 62, found: true })
    expect(found.reports['R1']?.status).toBe('confirmed')
    expect(shown(found)).toBe(found)
  })

  test('[DEM14] forward torpedoes are loaded and phasers armed before the armada, and stay so', () => {
    for (const seconds of [545, 895])
      expect(after(seconds).readiness).toMatchObject({
        'torpedoes-loaded': { ready: true },
        'phasers-armed': { ready: true },
      })
  })

  test('[DEM15] antimatter and rations last for several weeks', () => {
    const ship = after(895)
    expect(supplyAt(ship, 'antimatter', ship.at) / 24).toBeGreaterThan(21) // 1 kg an hour
    expect(supplyAt(ship, 'rations', ship.at)).toBeGreaterThan(21)
  })
})

describe('the three attacks before', () => {
  test('[DEM8] three recorded incidents, three lives, about a dozen serious injuries', () => {
    const serious = past.filter((event) => event.type === 'CasualtyReported' && event.fate.severity !== 'minimal')
    expect(count('IncidentClosed')).toBe(3)
    expect(count('CasualtyDied')).toBe(3)
    expect(serious.length - 3).toBeGreaterThanOrEqual(9)
    expect(serious.length - 3).toBeLessThanOrEqual(16)
  })

  test('[DEM9] all four within two weeks', () => {
    const starts = past.filter((event) => event.type === 'ScenarioStarted').map(({ at }) => at)
    expect(starts).toHaveLength(4)
    expect((Math.max(...starts) - Math.min(...starts)) / 86_400_000).toBeLessThan(14)
  })
})
