import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { mayImport } from '#shared/protocol/rights.ts'
import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import type { Problem } from '#shared/protocol/sockets.ts'
import { err, type Result } from '#shared/result.ts'
import { NO_ROOM, notPermitted, problem } from '../problem.ts'
import { bringIn } from '../recordings/bringIn.ts'
import type { ImportFolder } from '../recordings/importFolder.ts'
import { RECORDING_BYTES_MAX } from '../recordings/readFile.ts'
import type { Person } from './person.ts'
import { malformed } from './reader.ts'

/** A recording sent in: to a file first, however long it is, and kept if it is one. */
export const importRecording = async (
  imports: ImportFolder,
  sent: Readable,
  by: Person,
): Promise<Result<IncidentSummary, Problem>> => {
  if (!mayImport(by.role) || by.ship !== null) return err(notPermitted(by.role, 'a recording to be brought in'))
  const path = imports.incoming()
  try {
    await pipeline(sent, noMore, createWriteStream(path, { flags: 'wx' }))
    const kept = await bringIn(imports, path)
    return kept.ok ? kept : err(malformed('a recording', kept.error))
  } catch (error) {
    if (error instanceof TooLarge) return err(TOO_LARGE)
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return err(NO_ROOM)
    throw error
  } finally {
    await rm(path, { force: true })
  }
}

class TooLarge extends Error {}

const TOO_LARGE = problem('TooLarge', `A recording has at most ${RECORDING_BYTES_MAX} bytes`, {
  bytesMax: RECORDING_BYTES_MAX,
})

async function* noMore(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > RECORDING_BYTES_MAX) throw new TooLarge()
    yield chunk
  }
}
