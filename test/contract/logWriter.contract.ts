import { CommandIdReused, SequenceConflict, ShipExists, UnknownShip } from '#db/errors.ts'
import type { ThreadedLog } from '#db/threadedLog.ts'
import { beforeEach, expect, test } from 'vitest'
import { commanded, entry, logged, newShip, savedAs, snapshot } from './samples.ts'

/** What every writer keeps to, whatever thread it writes in. `open` gives a fresh log with nothing in it. */
export const logWriterContract = (open: () => ThreadedLog | Promise<ThreadedLog>): void => {
  let log: ThreadedLog['log']
  let writer: ThreadedLog['writer']
  beforeEach(async () => {
    ;({ log, writer } = await open())
    await writer.createShip(newShip('aurora', logged('A1')))
  })

  test('[LOG7] given a promise that is kept, whoever reads sees what was written', async () => {
    await writer.append([commanded('command-1', entry('aurora', 1, logged('A2 ✓')))])
    expect(log.head('aurora')).toBe(2)
    expect(log.events('aurora', 0, 10)).toMatchObject([{ text: 'A1' }, { text: 'A2 ✓' }])
    expect(log.findCommand('aurora', 'command-1')).not.toBeNull()
    await writer.saveSnapshot(savedAs(snapshot('aurora', 2)))
    expect(log.latestSnapshot('aurora', 'core-1')).toEqual(snapshot('aurora', 2))
    await writer.keepTimes(new Map([['aurora', 1000]]))
    expect(log.keptTime('aurora')).toBe(1000)
    await writer.dropSnapshots('aurora')
    expect(log.latestSnapshot('aurora', 'core-1')).toBeNull()
    await writer.probe()
  })

  test('[LOG7] given several writes at once, they are made in the order asked', async () => {
    const texts = Array.from({ length: 20 }, (_, n) => `Line ${n}`)
    await Promise.all(texts.map((text, n) => writer.append([entry('aurora', n + 1, logged(text))])))
    expect(log.events('aurora', 1, 100)).toMatchObject(texts.map((text) => ({ text })))
  })

  test('[LOG7] given a write that is refused, the promise is broken with the reason, and the next is taken', async () => {
    const refusals = [
      [writer.createShip(newShip('aurora')), new ShipExists('aurora')],
      [writer.append([entry('aurora', 5, logged('A6'))]), new SequenceConflict('aurora', 5, 1)],
      [writer.append([entry('nowhere', 0, logged('N1'))]), new UnknownShip('nowhere')],
      [writer.append([commanded('one', entry('aurora', 1)), commanded('one', entry('aurora', 1))]), REUSED],
    ] as const
    const reasons = await Promise.all(refusals.map(([refused]) => refused.catch((error: unknown) => error)))
    refusals.forEach(([, expected], n) => {
      expect(reasons[n]).toBeInstanceOf(expected.constructor)
      expect(reasons[n]).toMatchObject({ ...expected, message: expected.message })
    })
    await writer.append([entry('aurora', 1, logged('A2'))])
    expect(log.head('aurora')).toBe(2)
  })
}

const REUSED = new CommandIdReused('aurora', 'one')
