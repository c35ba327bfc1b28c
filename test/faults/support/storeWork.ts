import type { Entry } from '#db/eventLog.ts'
import { diceFor } from '#shared/dice.ts'
import { commanded, entry, logged, newShip } from '../../contract/samples.ts'

export const SHIP = 'aurora'

/** Long enough now and then for pages of its own. */
const textOf = (seq: number): string => {
  const dice = diceFor(1, 'text', seq)
  return `${seq} ${'x'.repeat(dice.chance(0.1) ? 5_000 : dice.whole(10, 300))}`
}

/** The command that is due where the log ends: always the same, so that a retry is the same command with the same id. */
export const entryAt = (head: number): Entry => {
  const count = diceFor(1, 'events', head).whole(1, 4)
  const facts = Array.from({ length: count }, (_, index) => logged(textOf(head + 1 + index)))
  return commanded(`command-${head}`, entry(SHIP, head, ...facts))
}

const endOf = ({ expectedSeq, events }: Entry): number => expectedSeq + events.length

/** What a turn of the loop might bring: one to three commands. */
export const batchAt = (head: number): readonly Entry[] => {
  const batch = [entryAt(head)]
  const size = diceFor(1, 'batch', head).whole(1, 3)
  while (batch.length < size) batch.push(entryAt(endOf(batch.at(-1) ?? entryAt(head))))
  return batch
}

export const commissioned = newShip(SHIP)
