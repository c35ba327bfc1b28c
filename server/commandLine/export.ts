import { createWriteStream, existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { Sight } from '#shared/review/review.ts'
import { fileText } from '../recordings/fileText.ts'
import { type Recording, sightOf } from '../recordings/recording.ts'
import { withRecordings } from './dataFolder.ts'

const OPTIONS = { sight: { type: 'string', default: 'truth' } } as const

/** Saves an incident as a file that can be replayed and reviewed anywhere; true once it is there, whole. */
export const exportCommand = async (args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> => {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  const [incident, file = `${incident}.recording.json`, ...rest] = positionals
  if (incident === undefined || rest.length > 0) throw new Error('export takes one incident, and the file to write')
  const { sight } = values
  if (!isSight(sight)) throw new Error(`--sight is truth or known, not "${sight}"`)
  if (existsSync(file)) throw new Error(`There already is a file ${file}`)
  return withRecordings(env, async (recordings) => {
    const found = await recordings.find(incident)
    if (!found.ok) throw new Error(`${found.error.detail} There are ${ids(await recordings.list(null))}`)
    await save(found.value, sight, file)
    process.stdout.write(`${incident}, ${found.value.incident.name}: ${file}\n`)
    return true
  })
}

const isSight = (text: string): text is Sight => text === 'truth' || text === 'known'

const ids = (incidents: readonly { readonly id: string }[]): string =>
  incidents.length === 0 ? 'none' : incidents.map(({ id }) => id).join(', ')

/** Whole, or not at all. */
const save = async (recording: Recording, asked: Sight, file: string): Promise<void> => {
  const text = fileText(recording, sightOf(recording.sight, 'instructor', asked))
  try {
    await pipeline(Readable.from(text), createWriteStream(file, { flags: 'wx', flush: true }))
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}
