import { CommandIdReused, SequenceConflict, ShipExists, UnknownShip } from '#db/errors.ts'
import type { EventLog } from '#db/eventLog.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  closed,
  commanded,
  entry,
  logged,
  newShip,
  opened,
  pinned,
  rated,
  recorded,
  savedAs,
  snapshot,
  WALL,
} from './samples.ts'

/** What every event log keeps to, whatever it is made of. `open` gives a fresh one with nothing in it. */
export const eventLogContract = (open: () => EventLog): void => {
  let log: EventLog
  beforeEach(() => {
    log = open()
  })

  describe('ships', () => {
    test('a new log has none', () => {
      expect(log.ships()).toEqual([])
      expect(log.head('aurora')).toBe(0)
      expect(log.events('aurora', 0, 10)).toEqual([])
    })

    test('a ship comes back as it was created, with its first events, in the order of creation', () => {
      const zebra = newShip('zebra', logged('Commissioned'))
      const aurora = newShip('aurora')
      log.createShip(zebra)
      log.createShip(aurora)
      expect(log.ships()).toEqual([
        { id: 'zebra', definition: zebra.definition, wall: WALL, head: 1 },
        { id: 'aurora', definition: aurora.definition, wall: WALL, head: 0 },
      ])
      expect(log.events('zebra', 0, 10)).toEqual(zebra.events)
    })

    test('an id is given once, and the second attempt leaves nothing behind', () => {
      log.createShip(newShip('aurora'))
      expect(() => log.createShip(newShip('aurora', logged('Again')))).toThrow(ShipExists)
      expect(log.head('aurora')).toBe(0)
    })

    test('a ship whose first events are out of order is not created', () => {
      expect(() => log.createShip({ ...newShip('aurora'), events: recorded(7, logged('Eight')) })).toThrow(RangeError)
      expect(log.ships()).toEqual([])
    })
  })

  describe('events', () => {
    beforeEach(() => {
      log.createShip(newShip('aurora'))
      log.createShip(newShip('borealis'))
    })

    test('are read back after a seq, up to a limit, and as the very text that was stored', () => {
      const written = entry('aurora', 0, logged('One'), logged('Two'), logged('Three ✓'))
      log.append([written])
      expect(log.events('aurora', 0, 10)).toEqual(written.events)
      expect(log.events('aurora', 1, 1)).toEqual(written.events.slice(1, 2))
      expect(log.events('aurora', 3, 10)).toEqual([])
      expect(log.eventsJson('aurora', 0, 10)).toEqual(written.events.map((event) => JSON.stringify(event)))
    })

    test('of one batch may be of several ships, and several entries of one ship follow each other', () => {
      log.append([
        entry('aurora', 0, logged('A1')),
        entry('borealis', 0, logged('B1')),
        entry('aurora', 1, logged('A2'), logged('A3')),
      ])
      expect(log.head('aurora')).toBe(3)
      expect(log.head('borealis')).toBe(1)
      expect(log.ships().map((ship) => ship.head)).toEqual([3, 1])
    })

    test('no batch at all is no error', () => {
      expect(() => log.append([])).not.toThrow()
    })

    test('a conflict takes the whole batch back', () => {
      log.append([entry('aurora', 0, logged('A1'))])
      const batch = [
        commanded('command-1', entry('borealis', 0, opened('I1'))),
        entry('aurora', 0, logged('Decided on an old state')),
      ]
      expect(() => log.append(batch)).toThrow(new SequenceConflict('aurora', 0, 1))
      expect(log.head('borealis')).toBe(0)
      expect(log.findCommand('borealis', 'command-1')).toBeNull()
      expect(log.incidentMarks(null)).toEqual([])
      log.append([entry('borealis', 0, logged('B1'))])
      expect(log.events('borealis', 0, 10)).toHaveLength(1)
    })

    test('whose numbers leave a gap are refused', () => {
      const batch = [{ ship: 'aurora', expectedSeq: 0, events: recorded(1, logged('Two')) }]
      expect(() => log.append(batch)).toThrow(RangeError)
      expect(log.head('aurora')).toBe(0)
    })

    test('of a ship that does not exist are refused', () => {
      expect(() => log.append([entry('aurora', 0, logged('A1')), entry('nowhere', 0)])).toThrow(UnknownShip)
      expect(log.head('aurora')).toBe(0)
    })
  })

  describe('commands', () => {
    beforeEach(() => {
      log.createShip(newShip('aurora'))
      log.createShip(newShip('borealis'))
    })

    test('are found by ship and id, with what was answered', () => {
      const written = commanded('command-1', entry('aurora', 0, logged('A1')))
      log.append([written])
      expect(log.findCommand('aurora', 'command-1')).toEqual(written.command)
      expect(log.findCommand('borealis', 'command-1')).toBeNull()
      expect(log.findCommand('nowhere', 'command-1')).toBeNull()
    })

    test('that were refused are recorded too, though nothing happened', () => {
      log.append([commanded('command-1', entry('aurora', 0))])
      expect(log.findCommand('aurora', 'command-1')).not.toBeNull()
      expect(log.head('aurora')).toBe(0)
    })

    test('of the same id are taken once, and the batch of the second is taken back', () => {
      log.append([commanded('command-1', entry('aurora', 0, logged('A1')))])
      const batch = [entry('borealis', 0, logged('B1')), commanded('command-1', entry('aurora', 1, logged('A2')))]
      expect(() => log.append(batch)).toThrow(new CommandIdReused('aurora', 'command-1'))
      expect(log.head('aurora')).toBe(1)
      expect(log.head('borealis')).toBe(0)
    })

    test('of the same id within one batch are refused together', () => {
      const batch = [commanded('command-1', entry('aurora', 0)), commanded('command-1', entry('aurora', 0))]
      expect(() => log.append(batch)).toThrow(CommandIdReused)
      expect(log.findCommand('aurora', 'command-1')).toBeNull()
    })

    test('of the same id for two ships are two commands', () => {
      log.append([commanded('command-1', entry('aurora', 0)), commanded('command-1', entry('borealis', 0))])
      expect(log.findCommand('borealis', 'command-1')).not.toBeNull()
    })
  })

  test('incidents are found by where they begin and end', () => {
    log.createShip(newShip('aurora', opened('I1')))
    log.createShip(newShip('borealis'))
    log.append([entry('borealis', 0, logged('B1'), opened('I1')), entry('aurora', 1, logged('A2'), closed('I1'))])
    const places = (ship: string | null) =>
      log.incidentMarks(ship).map((mark) => [mark.ship, mark.event.seq, mark.event.type])
    expect(places('aurora')).toEqual([
      ['aurora', 1, 'IncidentOpened'],
      ['aurora', 3, 'IncidentClosed'],
    ])
    expect(places(null)).toEqual([
      ['aurora', 1, 'IncidentOpened'],
      ['borealis', 2, 'IncidentOpened'],
      ['aurora', 3, 'IncidentClosed'],
    ])
    expect(places('nowhere')).toEqual([])
  })

  test('[RVW3] what was said for reviews is found, whatever came between', () => {
    log.createShip(newShip('aurora', pinned('first')))
    log.append([entry('aurora', 1, logged('A2'), rated('second'), logged('A4'), pinned('third'))])
    const texts = (ship: string) => log.reviewWords(ship).map((word) => 'text' in word && word.text)
    expect(texts('aurora')).toEqual(['first', 'second', 'third'])
    expect(texts('nowhere')).toEqual([])
  })

  describe('what is no truth', () => {
    beforeEach(() => {
      log.createShip(newShip('aurora', logged('A1'), logged('A2')))
    })

    test('the newest snapshot is found, or the newest before a seq', () => {
      expect(log.latestSnapshot('aurora', 'core-1')).toBeNull()
      for (const seq of [10, 30, 20]) log.saveSnapshot(savedAs(snapshot('aurora', seq)))
      expect(log.latestSnapshot('aurora', 'core-1')).toEqual(snapshot('aurora', 30))
      expect(log.latestSnapshot('aurora', 'core-1', 29)).toEqual(snapshot('aurora', 20))
      expect(log.latestSnapshot('aurora', 'core-1', 9)).toBeNull()
    })

    test('a snapshot by other code is none, and is dropped when this code saves one', () => {
      log.saveSnapshot(savedAs(snapshot('aurora', 10, 'core-1')))
      expect(log.latestSnapshot('aurora', 'core-2')).toBeNull()
      log.saveSnapshot(savedAs(snapshot('aurora', 20, 'core-2')))
      expect(log.latestSnapshot('aurora', 'core-1')).toBeNull()
      expect(log.latestSnapshot('aurora', 'core-2')).toEqual(snapshot('aurora', 20, 'core-2'))
    })

    test('a snapshot of the same seq is replaced', () => {
      log.saveSnapshot(savedAs({ ...snapshot('aurora', 10), at: 1 }))
      log.saveSnapshot(savedAs(snapshot('aurora', 10)))
      expect(log.latestSnapshot('aurora', 'core-1')).toEqual(snapshot('aurora', 10))
    })

    test('[LOG10] snapshots that turned out wrong are dropped, all of that ship', () => {
      log.createShip(newShip('borealis'))
      for (const ship of ['aurora', 'borealis']) log.saveSnapshot(savedAs(snapshot(ship, 10)))
      log.dropSnapshots('aurora')
      expect(log.latestSnapshot('aurora', 'core-1')).toBeNull()
      expect(log.latestSnapshot('borealis', 'core-1')).toEqual(snapshot('borealis', 10))
      expect(log.damagedSnapshots()).toBe(0)
    })

    test('mission times are kept together or not at all', () => {
      const times = new Map([
        ['aurora', 1000],
        ['nowhere', 1000],
      ])
      expect(() => log.keepTimes(times)).toThrow(UnknownShip)
      expect(log.keptTime('aurora')).toBeNull()
    })

    test('the last known mission time is kept', () => {
      expect(log.keptTime('aurora')).toBeNull()
      log.keepTimes(new Map([['aurora', 1000]]))
      log.keepTimes(new Map([['aurora', 2500]]))
      expect(log.keptTime('aurora')).toBe(2500)
    })

    test('neither is kept for a ship that does not exist', () => {
      expect(() => log.saveSnapshot(savedAs(snapshot('nowhere', 1)))).toThrow(UnknownShip)
      expect(() => log.keepTimes(new Map([['nowhere', 1]]))).toThrow(UnknownShip)
      expect(log.latestSnapshot('nowhere', 'core-1')).toBeNull()
      expect(log.keptTime('nowhere')).toBeNull()
    })
  })

  test('it can be written', () => {
    expect(() => log.probe()).not.toThrow()
  })
}
