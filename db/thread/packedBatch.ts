import type { EncodedEntry } from '../encoded.ts'

/**
 * Entries on their way to another thread, in two lists. To hand over objects is several times as much work (measured): the names
 * of their members go along with each of them.
 */
export interface PackedBatch {
  readonly entries: number
  /** Of each entry its ship, the id, digest and answer of its command if it has one, and of each event its type and JSON. */
  readonly texts: readonly string[]
  /** Of each entry its expected seq, 1 if it has a command, how many events it has, and of each event its seq. */
  readonly numbers: readonly number[]
}

export const packedBatch = (batch: readonly EncodedEntry[]): PackedBatch => {
  const texts: string[] = []
  const numbers: number[] = []
  for (const { ship, expectedSeq, command, events } of batch) {
    texts.push(ship)
    numbers.push(expectedSeq, command ? 1 : 0, events.length)
    if (command) texts.push(command.id, command.digest, command.answer)
    for (const { seq, type, json } of events) {
      texts.push(type, json)
      numbers.push(seq)
    }
  }
  return { entries: batch.length, texts, numbers }
}

export const unpackedBatch = ({ entries, texts, numbers }: PackedBatch): readonly EncodedEntry[] => {
  const [text, number] = [inTurn(texts), inTurn(numbers)]
  return Array.from({ length: entries }, () => {
    const [ship, expectedSeq, hasCommand, count] = [text(), number(), number() === 1, number()]
    const command = hasCommand ? { command: { id: text(), digest: text(), answer: text() } } : {}
    const events = Array.from({ length: count }, () => ({ seq: number(), type: text(), json: text() }))
    return { ship, expectedSeq, events, ...command }
  })
}

/** Gives the next of the list each time it is called. */
const inTurn = <Item>(list: readonly Item[]): (() => Item) => {
  const items = list.values()
  return () => {
    const { value, done } = items.next()
    if (done) throw new RangeError('A batch ends too early')
    return value
  }
}
