import { describe, expect, test } from 'vitest'
import { advance } from '#shared/ship/advance.ts'
import { fold } from '#shared/ship/evolve.ts'
import { alarmFiguresOf } from '#shared/ship/views/alarm-figures.ts'
import { alarmListOf } from '#shared/ship/views/alarm-list.ts'
import { soundOf } from '#shared/ship/views/alarm-sound.ts'
import { after, givenShip, type Step } from '../support/given.ts'
import { acknowledge, breach, damage } from '../support/ship-orders.ts'
import { smallShip } from '../support/small-ship.ts'

/** Twenty lockers that nothing depends on: each raises one alarm of its own. */
const LOCKERS = Array.from({ length: 20 }, (_one, i) => `locker-${String(i).padStart(2, '0')}`)
const [galley] = smallShip().plan.file.systems.filter(({ id }) => id === 'galley')
const ship = smallShip({
  systems: [
    ...smallShip().plan.file.systems,
    ...LOCKERS.flatMap((id) => (galley ? [{ ...galley, id, drawMw: 0 }] : [])),
  ],
})
const broken = (from: number, to: number): readonly Step[] => LOCKERS.slice(from, to).map((id) => damage(id, 40))

describe('floods', () => {
  test('[ALM8] ten within a minute are none, the eleventh begins one', () => {
    givenShip(ship, ...broken(0, 10))
      .when(after(61), ...broken(10, 11))
      .thenNever('AlarmFloodBegan')
    givenShip(ship)
      .when(...broken(0, 10))
      .thenNever('AlarmFloodBegan')
      .when(after(59.9), ...broken(10, 11))
      .thenHappens({ type: 'AlarmRaised' }, { type: 'AlarmFloodBegan', at: 59_900 })
  })

  // Eight at 0 s, six at 20 s: over as soon as fewer than five are left of the last minute, at 80 s.
  const flood = givenShip(ship, ...broken(0, 8), after(20), ...broken(8, 14))

  test('[ALM8] it ends when fewer than five are left of the last minute', () => {
    expect(flood.ship.alarmRecord).toMatchObject({ floodSince: 20_000, floods: 1 })
    flood.when(after(59.999)).thenNothing()
    flood.when(after(60)).thenOnly(['AlarmFloodEnded'], { type: 'AlarmFloodEnded', at: 80_000 })
  })

  test('[ALM8] it goes on while alarms go on', () => {
    // Five more at 70 s: then the fifth from the end is a minute old at 130 s.
    const goesOn = flood.when(after(50), ...broken(14, 19)).thenNever('AlarmFloodEnded', 'AlarmFloodBegan')
    goesOn.when(after(60)).thenOnly(['AlarmFloodEnded'], { type: 'AlarmFloodEnded', at: 130_000 })
  })

  test('[ALM8] and is the same whether time passes at once or in steps', () => {
    let stepped = flood.ship
    for (let at = flood.at; at <= 100_000; at += 777) stepped = fold(stepped, advance(stepped, at))
    expect(fold(stepped, advance(stepped, 100_000))).toEqual(fold(flood.ship, advance(flood.ship, 100_000)))
  })

  test('[ALM9] in a flood only critical alarms sound', () => {
    expect(soundOf(flood.ship, flood.at)).toBe('silent')
    expect(soundOf(flood.when(breach('02-01', 0.1)).ship, flood.at)).toBe('critical')
    expect(soundOf(flood.when(after(60)).ship, 80_000)).toBe('caution')
  })

  test('[ALM8] every alarm is still on the list and in the log, and is acknowledged as ever', () => {
    const list = alarmListOf(flood.ship, flood.at)
    expect(list).toMatchObject({ flood: true, inMinute: 14, standing: 14, unacknowledged: 14 })
    expect(list.groups).toHaveLength(14)
    flood.when(acknowledge('system@locker-00')).thenHappens({ type: 'AlarmAcknowledged' })
  })

  test('[ALM12] the figures', () => {
    const later = flood.when(acknowledge('system@locker-00'), damage('locker-01', 20), after(60))
    expect(alarmFiguresOf(later.ship, later.at)).toMatchObject({
      raised: 15, // locker-01 twice: it grew worse
      inMinute: 0,
      mostInMinute: 15,
      floods: 1,
      unacknowledged: 13,
      mostUnacknowledged: 14,
    })
    const [worst, next] = alarmFiguresOf(later.ship, later.at).offenders
    expect(worst).toEqual({
      alarm: 'system@locker-01',
      cause: 'system',
      about: 'locker-01',
      times: 2,
      sharePercent: (2 / 15) * 100,
    })
    expect(next).toMatchObject({ alarm: 'system@locker-00', times: 1 })
    expect(alarmFiguresOf(later.ship, later.at).offenders).toHaveLength(10)
  })

  test('[ALM12] of a whole ship', () => {
    expect(alarmFiguresOf(ship, 0)).toMatchObject({ raised: 0, mostUnacknowledged: 0, offenders: [] })
  })
})
