import { beforeAll, expect, test } from 'vitest'
import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import { readRecordingFile } from '../../../web/src/replay/readFile.ts'
import { fileOfRun, sendingFrom } from '../../support/run-file.ts'

let whole: RecordingFile
beforeAll(() => {
  whole = fileOfRun('voyager-attack-1', 'An attack', 1, sendingFrom(0))
})

const reading = async (content: unknown) => readRecordingFile(new Blob([JSON.stringify(content)]))
const told = async (content: unknown): Promise<string> => {
  const read = await reading(content)
  return read.ok ? '' : read.error
}

test('[RVW5] given a recording that was saved, it is read as it was', async () => {
  expect(await reading(whole)).toEqual({ ok: true, value: JSON.parse(JSON.stringify(whole)) as unknown })
})

test('a file of another kind is told as what it is', async () => {
  expect(await told({ schema: 'bulkhead/ship@1' })).toMatch(/^This is a ship file\./)
  expect(await told({ schema: 'bulkhead/scenario@1' })).toMatch(/^This is a scenario\./)
  expect(await told({ schema: 'bulkhead/review@1' })).toMatch(/^This is a review/)
  for (const other of [null, 7, [], {}, { schema: 'other' }, { schema: 'bulkhead/toString@1' }])
    expect(await told(other)).toBe('This is not a recording of Bulkhead.')
})

test('a newer one is told apart from a damaged one', async () => {
  expect(await told({ ...whole, schema: 'bulkhead/recording@2' })).toMatch(/newer Bulkhead \(its format is 2/)
  expect(await told({ ...whole, events: whole.events.slice(1) })).toMatch(/^This recording is damaged\. \$\.events/)
})

test('what breaks off is no recording', async () => {
  const text = JSON.stringify(whole)
  const read = await readRecordingFile(new Blob([text.slice(0, text.length / 2)]))
  expect(read).toMatchObject({ ok: false, error: expect.stringMatching(/only a part of one/) as string })
})

test('one too large is not even read', async () => {
  const huge = { size: 1e12, text: () => Promise.reject(new Error('read')) } as unknown as Blob
  expect(await readRecordingFile(huge)).toEqual({
    ok: false,
    error: 'This file has 1000000 MB; a recording has at most 400.',
  })
})
