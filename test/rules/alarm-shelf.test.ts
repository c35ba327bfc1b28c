import { describe, expect, test } from 'vitest'
import { alarmListOf } from '#shared/ship/views/alarm-list.ts'
import { soundOf } from '#shared/ship/views/alarm-sound.ts'
import { after, given, type Scene } from '../support/given.ts'
import { acknowledge, breach, damage, lower, raise, shelve, SILENCE, unshelve } from '../support/ship-orders.ts'

const GALLEY = 'system@galley'
const soundIn = ({ ship, at }: Scene) => soundOf(ship, at)
const shelvedIn = ({ ship, at }: Scene) => alarmListOf(ship, at).shelved.map(({ id }) => id)
const shownIn = ({ ship, at }: Scene) => alarmListOf(ship, at).groups.map(({ head }) => head.id)

describe('the shelf', () => {
  const shelved = given(damage('galley', 40)).when(shelve(GALLEY, 2, 'no cook aboard'))

  test('[ALM6] an alarm is put aside with a reason, silent and out of the list, and comes back by itself', () => {
    shelved.thenHappens({ type: 'AlarmShelved', alarm: GALLEY, until: 120_000, reason: 'no cook aboard' })
    expect([shelvedIn(shelved), shownIn(shelved), soundIn(shelved)]).toEqual([[GALLEY], [], 'silent'])
    shelved.when(after(119.999)).thenNothing()
    const back = shelved.when(after(120)).thenOnly(['AlarmUnshelved'], { type: 'AlarmUnshelved', at: 120_000 })
    expect([shelvedIn(back), shownIn(back), soundIn(back)]).toEqual([[], [GALLEY], 'caution'])
  })

  test('[ALM6] somebody takes it back before', () => {
    const back = shelved.when(unshelve(GALLEY)).thenHappens({ type: 'AlarmUnshelved', alarm: GALLEY })
    back.when(unshelve(GALLEY)).thenNothing()
    back.when(after(130)).thenNever('AlarmUnshelved')
  })

  test('[ALM6] grown worse it comes back at once', () => {
    const worse = shelved.when(damage('galley', 20)).thenHappens({ type: 'AlarmRaised', priority: 'warning' })
    expect([shelvedIn(worse), shownIn(worse)]).toEqual([[], [GALLEY]])
    worse.when(after(130)).thenNever('AlarmUnshelved')
  })

  test('[ALM6] one that has returned and is acknowledged leaves the shelf with the list', () => {
    const held = given(breach('02-01', 0.1), raise('02-01'), shelve('breach@02-01', 1), acknowledge('breach@02-01'))
    expect(shelvedIn(held)).toEqual(['breach@02-01'])
    held.when(lower('02-01')).thenHappens({ type: 'AlarmRaised', alarm: 'breach@02-01', priority: 'critical' })
  })

  test('[ALM6] again for another time or reason; the same again is nothing new', () => {
    shelved.when(shelve(GALLEY, 2, 'no cook aboard')).thenNothing()
    shelved.when(shelve(GALLEY, 3, 'still none')).thenHappens({ type: 'AlarmShelved', until: 180_000 })
  })

  test('[ALM6] a critical one is refused, and so is a time beyond the limits or an alarm that is not there', () => {
    const critical = given(breach('02-01', 0.1))
    critical.when(shelve('breach@02-01', 1)).thenRejected({ code: 'TooGraveToShelve', alarm: 'breach@02-01' })
    for (const minutes of [0, 241, Number.NaN])
      given(damage('galley', 40))
        .when(shelve(GALLEY, minutes))
        .thenRejected({ code: 'OutOfRange', field: 'minutes', value: minutes, least: 1, most: 240 })
    for (const order of [shelve(GALLEY, 1), unshelve(GALLEY)])
      given().when(order).thenRejected({ code: 'UnknownThing', what: 'alarm', id: GALLEY })
  })
})

describe('sound', () => {
  const two = given(damage('galley', 40), damage('engine', 40))

  test('[ALM9] the gravest that nobody has acknowledged is what sounds', () => {
    expect(soundIn(given())).toBe('silent')
    expect(soundIn(two)).toBe('warning')
    expect(soundIn(two.when(acknowledge('system@engine')))).toBe('caution')
    expect(soundIn(two.when(acknowledge('system@engine'), acknowledge(GALLEY)))).toBe('silent')
    expect(soundIn(two.when(shelve('system@engine', 5)))).toBe('caution')
  })

  test('[ALM9] one that has returned makes no sound', () => {
    // Power is short until the battery is empty after 7.5 s and loads are shed.
    const over = given(damage('reactor', 60)).when(after(8))
    expect(over.ship.alarms['power@ship']?.state).toBe('returned')
    expect(soundIn(over)).toBe('silent')
  })

  test('[ALM7] one order silences everything for 30 s', () => {
    const silenced = two.when(SILENCE).thenHappens({ type: 'AlarmsSilenced', until: 30_000 })
    expect(soundIn(silenced)).toBe('silent')
    expect(soundIn(silenced.when(after(29.999)))).toBe('silent')
    expect(soundIn(silenced.when(after(30)))).toBe('warning')
    expect(soundIn(silenced.when(acknowledge('system@engine'), after(30)))).toBe('caution')
  })

  test('[ALM7] what is raised afterwards sounds at once, in the same instant too', () => {
    const silenced = two.when(SILENCE)
    expect(soundIn(silenced.when(damage('transporter', 40)))).toBe('caution')
    expect(soundIn(silenced.when(damage('engine', 20)))).toBe('critical')
  })

  test('[ALM7] where nothing sounds there is nothing to silence', () => {
    given().when(SILENCE).thenNothing()
    two.when(SILENCE, SILENCE).thenOnly(['AlarmsSilenced'], { type: 'AlarmsSilenced' })
  })
})
