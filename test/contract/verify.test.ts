import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteLog } from '#db/sqliteLog.ts'
import { verifyLog } from '#db/verify.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { tamperedCopy, writeLog } from '../support/tampering.ts'
import { entry, logged } from './samples.ts'

const EVENTS = 60
let written = ''

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'bulkhead-'))
  written = writeLog(folder, EVENTS)
  return () => rmSync(folder, { recursive: true })
})

const tampered = (...sql: readonly string[]): string => tamperedCopy(written, temporaryFolder(), ...sql)

const faultsOf = (path: string) => verifyLog(path).faults

describe('a log that is looked over', () => {
  test('[LOG1] given one as it was written, nothing is wrong, and each ship has a code of her own', () => {
    const { ships, faults } = verifyLog(written)
    expect(faults).toEqual([])
    expect(ships).toMatchObject([
      { ship: 'aurora', linked: EVENTS, older: 0 },
      { ship: 'borealis', linked: EVENTS, older: 0 },
    ])
    expect(new Set(ships.map(({ code }) => code)).size).toBe(2)
  })

  test.each([
    ['an event changed', "UPDATE event SET json = replace(json, 'A7', 'A8') WHERE seq = 8", 'changed', 8],
    ['an event removed', "DELETE FROM event WHERE ship = 'aurora' AND seq = 8", 'gap', 8],
    ['the last ones removed', "DELETE FROM event WHERE ship = 'aurora' AND seq > 50", 'cut', undefined],
    ['all removed', "DELETE FROM event WHERE ship = 'aurora'", 'cut', undefined],
    [
      'another type to find it by',
      "UPDATE event SET type = 'NotePinned' WHERE ship = 'aurora' AND seq = 8",
      'changed',
      8,
    ],
    ['the ship file changed', "UPDATE ship SET definition = definition || ' ' WHERE id = 'aurora'", 'changed', 1],
    ['its hash removed', "UPDATE event SET hash = NULL WHERE ship = 'aurora' AND seq = 8", 'changed', 8],
    ['the end of the chain moved', "UPDATE chain_end SET seq = 40 WHERE ship = 'aurora'", 'cut', undefined],
    ['the end of the chain removed', "DELETE FROM chain_end WHERE ship = 'aurora'", 'cut', undefined],
  ])('[LOG2] given %s, it is found', (_what, sql, fault, seq) => {
    expect(faultsOf(tampered(sql))).toMatchObject([{ fault, ship: 'aurora', ...(seq !== undefined && { seq }) }])
  })

  test('[LOG2] given two events swapped, or one of another ship put in place of one, it is found', () => {
    const swap = (from: string, ship: string, seq: number) =>
      tampered(
        `UPDATE event SET (json, type) = (SELECT json, type FROM event WHERE ship = '${from}' AND seq = 9) WHERE ship = '${ship}' AND seq = ${seq}`,
      )
    expect(faultsOf(swap('aurora', 'aurora', 8))).toMatchObject([{ fault: 'changed', ship: 'aurora', seq: 8 }])
    expect(faultsOf(swap('borealis', 'aurora', 9))).toMatchObject([{ fault: 'changed', ship: 'aurora', seq: 9 }])
  })

  test('[LOG2] given a file that was cut off in the middle, it is found', () => {
    const path = tampered()
    const whole = readFileSync(written)
    writeFileSync(path, whole.subarray(0, whole.length - 4096 * 3))
    expect(faultsOf(path)).toMatchObject([{ fault: 'file' }])
  })

  test('[LOG3] given a log older than the chain, it goes on with it', () => {
    const path = tampered(
      "UPDATE event SET hash = NULL WHERE ship = 'aurora'",
      "DELETE FROM chain_end WHERE ship = 'aurora'",
    )
    expect(verifyLog(path)).toMatchObject({ ships: [{ linked: 0, older: EVENTS }, { linked: EVENTS }], faults: [] })
    const log = openSqliteLog(join(path, '..'))
    log.append([entry('aurora', EVENTS, logged('now linked'))])
    log.close()
    expect(verifyLog(path)).toMatchObject({ ships: [{ linked: 1, older: EVENTS }, {}], faults: [] })
  })
})
