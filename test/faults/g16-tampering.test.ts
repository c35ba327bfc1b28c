import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { LOG_FILE } from '#db/sqliteLog.ts'
import { verifyLog } from '#db/verify.ts'
import { type Dice, diceFor } from '#shared/dice.ts'
import { onTestFinished, test } from 'vitest'
import { tamper, TAMPERED_SHIPS, truthIn, writeLog } from '../support/tampering.ts'
import { report, sized } from './support/goal.ts'
import { MEMORY } from './support/memory.ts'

const TAMPERINGS = sized({ ci: 500, release: 10_000 })
const EVENTS = 60

const seqIn = (dice: Dice): number => dice.whole(1, EVENTS)
const placeIn = (dice: Dice): string => `ship = '${dice.pick(TAMPERED_SHIPS)}' AND seq = ${seqIn(dice)}`

const deletion = (dice: Dice): readonly string[] => [`DELETE FROM event WHERE ${placeIn(dice)}`]

const tailCut = (dice: Dice): readonly string[] => [
  `DELETE FROM event WHERE ship = '${dice.pick(TAMPERED_SHIPS)}' AND seq >= ${seqIn(dice)}`,
]

/** Two events change their places, each with all that it is found by. */
const swap = (dice: Dice): readonly string[] => {
  const [one, other] = [placeIn(dice), placeIn(dice)]
  const move = (from: string, to: string) =>
    `UPDATE event SET (json, type, hash) = (SELECT json, type, hash FROM ${from}) WHERE ${to}`
  return [
    `CREATE TEMP TABLE kept AS SELECT json, type, hash FROM event WHERE ${one}`,
    move(`event WHERE ${other}`, one),
    move('kept', other),
  ]
}

/** One bit of the file. */
const flipped = (whole: Buffer, dice: Dice): Buffer => {
  const bytes = Buffer.from(whole)
  const place = dice.whole(0, whole.length - 1)
  bytes[place] = (bytes[place] ?? 0) ^ (1 << dice.whole(0, 7))
  return bytes
}

const KINDS = ['flip', 'delete', 'swap', 'cut'] as const
const SQL = { delete: deletion, swap, cut: tailCut } as const

/** Whether what was done to it is found; null, if it changed nothing that is the truth, as a bit of an empty page. */
const isFound = (path: string, truth: unknown): boolean | null => {
  if (verifyLog(path).faults.length > 0) return true
  return isDeepStrictEqual(truthIn(path), truth) ? null : false
}

test(`[LOG2] given any of ${TAMPERINGS} flips, deletions, swaps and cuts, what it changed is found`, () => {
  const folder = mkdtempSync(join(MEMORY, 'bulkhead-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = writeLog(folder, EVENTS)
  const truth = truthIn(path)
  const whole = readFileSync(path)
  let [found, without, missed] = [0, 0, 0]
  for (let number = 0; number < TAMPERINGS; number++) {
    const dice = diceFor(1, 'tampering', number)
    const kind = KINDS[number % KINDS.length] ?? 'flip'
    writeFileSync(join(folder, LOG_FILE), kind === 'flip' ? flipped(whole, dice) : whole)
    if (kind !== 'flip') tamper(path, ...SQL[kind](dice))
    const outcome = isFound(path, truth)
    if (outcome === true) found++
    else if (outcome === null) without++
    else console.log(`missed: ${kind} ${number} (${(missed += 1)})`)
  }
  report({
    ...{ goal: 'G16', name: 'logs tampered with', target: `${TAMPERINGS}: all that changed something is found` },
    value: `${found} of ${TAMPERINGS - without} found; ${without} changed nothing`,
    pass: missed === 0 && found > TAMPERINGS / 2,
  })
})
