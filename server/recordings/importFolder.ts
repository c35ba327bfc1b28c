import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { IncidentSummary } from '#shared/protocol/incidents.ts'
import { ok, type Result } from '#shared/result.ts'
import type { FileProblem } from '#shared/schema/problems.ts'
import type { FileFault } from '../library/library.ts'
import { Line } from '../line.ts'
import { importedAs, recordingFromFile } from './fromFile.ts'
import { moveDurably } from './moveDurably.ts'
import { readRecordingFile } from './readFile.ts'
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
  readonly faults: readonly FileFault[]
  readonly #folder: string
  readonly #imported = new Map<string, Imported>()
  /** Each takes many times its size in memory while it is read. */
  readonly #line = new Line()
  /** The one opened last: replay, review and its papers are asked for one after the other. */
  #open: Opened | null = null

  constructor(folder: string) {
    this.#folder = folder
    const names = namesIn(folder)
    for (const name of names.filter((one) => one.startsWith(INCOMING))) rmSync(join(folder, name))
    this.faults = names.filter(isRecording).flatMap((name) => this.#listed(join(folder, name)))
  }

  /** The earliest first. */
  list(): readonly IncidentSummary[] {
    const incidents = [...this.#imported.values()].map(({ incident }) => incident)
    return incidents.sort((a, b) => (a.openedWall < b.openedWall ? -1 : 1))
  }

  /** Null: there is none of that id. The file may have been changed since it was listed: then all that is wrong with it. */
  find(id: string): Opening | null {
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

  #listed(path: string): readonly FileFault[] {
    const read = readRecordingFile(path)
    if (!read.ok) return [{ file: path, problems: read.error }]
    const incident = importedAs(read.value)
    this.#imported.set(incident.id, { path, incident })
    return []
  }
}

/** Where they lie in a data folder. */
export const importFolder = (data: string): ImportFolder => new ImportFolder(join(data, 'recordings'))

const isRecording = (name: string): boolean => name.endsWith('.json') && !name.startsWith('.')

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return [] // nobody has to have any
  }
}
