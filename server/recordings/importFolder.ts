import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { ok, type Result } from '#shared/result.ts'
import type { FileProblem } from '#shared/schema/problems.ts'
import type { FileFault } from '../library/library.ts'
import { Line } from '../line.ts'
import { importedAs, recordingFromFile } from './fromFile.ts'
import { moveDurably } from './moveDurably.ts'
import { readAside, type RecordingRead } from './readAside.ts'
import type { Recording } from './recording.ts'

type Opening = Promise<Result<Recording, readonly FileProblem[]>>

interface Opened {
  readonly id: string
  readonly recording: Opening
}

interface Imported {
  readonly path: string
  readonly incident: IncidentSummary
}

/** On its way in; one that is still there at a start never came in. */
const INCOMING = '.incoming-'

/** Recordings that came as files, each in one of its own in a folder. What is not in order is reported and left out. */
export class ImportFolder {
  readonly #folder: string
  /** What lay there at first. */
  readonly #names: readonly string[]
  #faults: Promise<readonly FileFault[]> | null = null
  readonly #imported = new Map<string, Imported>()
  /** Each takes many times its size in memory while it is read. */
  readonly #line = new Line()
  /** The one opened last: replay, review and its papers are asked for one after the other. */
  #open: Opened | null = null

  constructor(folder: string) {
    this.#folder = folder
    const names = namesIn(folder)
    for (const name of names.filter((one) => one.startsWith(INCOMING))) rmSync(join(folder, name))
    this.#names = names.filter(isRecording)
  }

  /** What is not in order of what lay there at first. All of it is looked over once, file by file, while everything else goes on. */
  faults(): Promise<readonly FileFault[]> {
    this.#faults ??= this.#lookOver()
    return this.#faults
  }

  /** The earliest first. */
  async list(): Promise<readonly IncidentSummary[]> {
    await this.faults()
    const incidents = [...this.#imported.values()].map(({ incident }) => incident)
    return incidents.sort((a, b) => (a.openedWall < b.openedWall ? -1 : 1))
  }

  /** Null: there is none of that id. The file may have been changed since it was listed: then all that is wrong with it. */
  async find(id: string): Promise<Awaited<Opening> | null> {
    await this.faults()
    const imported = this.#imported.get(id)
    if (!imported) return null
    this.#open = this.#open?.id === id ? this.#open : this.#opening(id, imported)
    return this.#open.recording
  }

  /** A file, wherever it lies: one at a time. */
  read(path: string): Promise<RecordingRead> {
    return this.#line.add(() => readAside(path))
  }

  /** Where a file may be put that is to be looked at, and then kept or removed. */
  incoming(): string {
    mkdirSync(this.#folder, { recursive: true })
    return join(this.#folder, `${INCOMING}${randomUUID()}`)
  }

  /** Moves a file that came in to where it stays. The same one again changes nothing. */
  keep(path: string, incident: IncidentSummary): void {
    const target = join(this.#folder, `${incident.id}.json`)
    moveDurably(path, target)
    this.#imported.set(incident.id, { path: target, incident })
  }

  /** Kept only if it can be had: a file may be mended. */
  #opening(id: string, { path, incident }: Imported): Opened {
    const opened: Opened = { id, recording: this.#recordingAt(path, incident) }
    const forget = (): void => {
      if (this.#open === opened) this.#open = null
    }
    void opened.recording.then(({ ok }) => ok || forget(), forget)
    return opened
  }

  async #recordingAt(path: string, incident: IncidentSummary): Opening {
    const read = await this.read(path)
    return read.ok ? ok(recordingFromFile(read.value, incident)) : read
  }

  async #lookOver(): Promise<readonly FileFault[]> {
    const faults: FileFault[] = []
    for (const name of this.#names) {
      const path = join(this.#folder, name)
      const problems = await this.#lookAt(path).catch(unreadable)
      if (problems.length > 0) faults.push({ file: path, problems })
      await turn()
    }
    return faults
  }

  /** Lists a file if it is in order; else all that is wrong with it. */
  async #lookAt(path: string): Promise<readonly FileProblem[]> {
    const read = await this.read(path)
    if (!read.ok) return read.error
    const incident = importedAs(read.value)
    this.#imported.set(incident.id, { path, incident })
    return []
  }
}

/** Where they lie in a data folder. */
export const importFolder = (data: string): ImportFolder => new ImportFolder(join(data, 'recordings'))

const unreadable = (error: unknown): readonly FileProblem[] => [
  { path: '$', expected: 'a file that can be read', found: error instanceof Error ? error.message : String(error) },
]

const isRecording = (name: string): boolean => name.endsWith('.json') && !name.startsWith('.')

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return [] // nobody has to have any
  }
}
