import { packedBatch, unpackedBatch } from '#db/thread/packedBatch.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const text = fc.string({ unit: 'binary' })
const event = fc.record({ seq: fc.integer(), type: text, json: text })
const command = fc.record({ id: text, digest: text, answer: text })
const entry = fc.record(
  { ship: text, expectedSeq: fc.integer(), events: fc.array(event), command },
  { requiredKeys: ['ship', 'expectedSeq', 'events'], noNullPrototype: true },
)

test('[LOG7] given any batch, what is unpacked in another thread is what was packed', () =>
  fc.assert(
    fc.property(fc.array(entry), (batch) => {
      expect(unpackedBatch(structuredClone(packedBatch(batch)))).toEqual(batch)
    }),
  ))

test('[LOG7] given a batch of which something is missing, it is refused', () => {
  const { texts, ...rest } = packedBatch([{ ship: 'aurora', expectedSeq: 0, events: [] }])
  expect(() => unpackedBatch({ ...rest, texts: texts.slice(1) })).toThrow(RangeError)
})
