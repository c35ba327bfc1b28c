import { setImmediate as nextTurn } from 'node:timers/promises'
import { openThreadedLog, type ThreadedLog } from '#db/threadedLog.ts'
import { UsedIds } from '#db/usedIds.ts'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { commanded, entry, newShip } from './samples.ts'

const text = fc.string({ unit: 'binary' })
const ids = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, n) => `order-${from + n}`)

describe('ids that may be used', () => {
  test('[SRV3] given any ids, none that was added is ever taken for new', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (added) => {
        const used = new UsedIds()
        used.knowsAll()
        for (const [ship, id] of added) used.add(ship, id)
        expect(added.every(([ship, id]) => used.mayBeUsed(ship, id))).toBe(true)
      }),
      { numRuns: 50 },
    ))

  test('given a hundred thousand ids, hardly any other is taken for used, of this ship or of another', () => {
    const used = new UsedIds()
    used.knowsAll()
    for (const id of ids(0, 100_000)) used.add('aurora', id)
    const others = ids(100_000, 110_000)
    const taken = (ship: string): number => others.filter((id) => used.mayBeUsed(ship, id)).length
    expect(taken('aurora') + taken('borealis')).toBeLessThan(20)
  })

  test('given that not all are known, every id may be used', () => {
    expect(new UsedIds().mayBeUsed('aurora', 'order-1')).toBe(true)
  })
})

describe('a log that knows which ids it may have', () => {
  const open = async (folder: string): Promise<ThreadedLog> => {
    const opened = await openThreadedLog(folder, () => undefined)
    onTestFinished(() => opened.writer.close().catch(() => undefined))
    return opened
  }

  test('[SRV3] given commands from before it was opened and since, it finds each of them, at once and later', async () => {
    const folder = temporaryFolder()
    const first = await open(folder)
    await first.writer.createShip(newShip('aurora'))
    await first.writer.append(ids(0, 1_200).map((id) => commanded(id, entry('aurora', 0))))
    await first.writer.close()

    const { log, writer } = await open(folder)
    const found = (): number => ids(0, 1_300).filter((id) => log.findCommand('aurora', id) !== null).length
    expect(found()).toBe(1_200)
    await writer.append(ids(1_200, 1_250).map((id) => commanded(id, entry('aurora', 0))))
    expect(found()).toBe(1_250)
    for (let turn = 0; turn < 10; turn++) await nextTurn() // all that was there before has been read
    expect(found()).toBe(1_250)
    await writer.append(ids(1_250, 1_260).map((id) => commanded(id, entry('aurora', 0))))
    expect(found()).toBe(1_260)
    expect(log.findCommand('borealis', 'order-1')).toBeNull()
  })

  test('given a log that is closed before all has been read, that is the end of it', async () => {
    const { writer } = await open(temporaryFolder())
    await writer.close()
    await nextTurn()
  })
})
