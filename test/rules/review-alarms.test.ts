import { describe, expect, test } from 'vitest'
import { drilled, reviewOfDrill } from '../support/drill.ts'
import { after, type Step } from '../support/given.ts'
import { acknowledge, damage, refute, shelve, tell } from '../support/ship-orders.ts'

const alarmsOf = (...steps: readonly Step[]) => drilled(...steps).alarms

/** Eight systems and three reports: eleven alarms at once, one more than a flood needs. */
const FLOOD: readonly Step[] = [
  ...['life-support', 'emitters', 'computer', 'engine', 'shield-fore', 'shield-all', 'transporter', 'galley'].map(
    (system) => damage(system, 0),
  ),
  ...['01-01', '01-02', '02-01'].map((compartment) => tell(compartment, 'other', 'A noise')),
]

describe('alarms over an incident', () => {
  test('[REV20] given some raised, answered and raised again, each figure counts their events', () => {
    // Raised at 0, again (graver) at 10 s, others at 60 s and 69.999 s. In the minute up to the last: 10, 60 and 69.999 s.
    const alarms = alarmsOf(
      ...[damage('shield-fore', 40), after(5), acknowledge('system@shield-fore'), after(5), damage('shield-fore', 10)],
      ...[
        after(50),
        damage('transporter', 0),
        after(9.999),
        damage('galley', 0),
        shelve('system@galley', 30),
        after(1),
      ],
    )
    expect(alarms).toEqual({
      raised: 4,
      byPriority: { critical: 0, warning: 3, caution: 1, advisory: 0 },
      ...{ mostInMinute: 3, mostUnacknowledged: 3, acknowledged: 1, neverAcknowledged: 3, shelved: 1 },
      ...{ floods: 0, floodMs: 0, standing: 3 },
      offenders: [
        { alarm: 'system@shield-fore', times: 2, sharePercent: 50 },
        { alarm: 'system@galley', times: 1, sharePercent: 25 },
        { alarm: 'system@transporter', times: 1, sharePercent: 25 },
      ],
    })
  })

  test('[REV20] given one a minute before, it is of another minute', () => {
    expect(alarmsOf(damage('galley', 0), after(60), damage('transporter', 0)).mostInMinute).toBe(1)
    expect(alarmsOf(damage('galley', 0), after(59.999), damage('transporter', 0)).mostInMinute).toBe(2)
  })

  test('[REV20] given one that returned, it waits until somebody acknowledges it, and stands no more', () => {
    const returned = [tell('02-01', 'fire', 'Smoke'), after(5), refute('R1')]
    expect(alarmsOf(...returned)).toMatchObject({ neverAcknowledged: 1, mostUnacknowledged: 1, standing: 0 })
    expect(alarmsOf(...returned, acknowledge('report@02-01'))).toMatchObject({ acknowledged: 1, neverAcknowledged: 0 })
  })

  test('[REV20] given a flood, its time ends with it', () => {
    // All of them within an instant: after a minute none is of the last minute any more.
    expect(alarmsOf(...FLOOD, after(100))).toMatchObject({ raised: 11, mostInMinute: 11, floods: 1, floodMs: 60_000 })
  })

  test('[REV20] given a flood from before, its time counts from the opening, its alarms in what waits and stands only', () => {
    const { alarms } = reviewOfDrill({ before: [...FLOOD, after(20)], steps: [after(100)] })
    expect(alarms).toMatchObject({
      ...{ raised: 0, mostInMinute: 0, floods: 0, floodMs: 40_000 },
      ...{ mostUnacknowledged: 11, neverAcknowledged: 0, standing: 11, offenders: [] },
    })
  })

  test('[REV20] given a restoration in a flood, the flood is over', () => {
    expect(alarmsOf(...FLOOD, after(10), { type: 'RestoreShip' }, after(10)).floodMs).toBe(10_000)
  })
})
