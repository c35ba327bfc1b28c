import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import type { Orders } from '../panels/orders.ts'

/** Leads the id of a recording that was opened from a file; no incident of a ship has it. */
const FROM_FILE = '~'
/** Stands in the id of one that the server was given as a file. */
const BROUGHT_IN = '.'

/** Nothing can be said of it in the log of the ship that is watched, for it may be another's. */
export const isFromFile = (id: string): boolean => id.startsWith(FROM_FILE) || id.includes(BROUGHT_IN)

/** Orders as they can be given about a recording. */
export const ordersAbout = (id: string, orders: Orders): Orders =>
  isFromFile(id)
    ? { give: orders.give, pending: [], whyNot: () => 'This recording came as a file: nothing can be said of it here' }
    : orders

/** Recordings opened from files. They are there until the page is loaded anew; nothing of them is sent anywhere. */
class OpenedRecordings {
  #files = $state.raw<ReadonlyMap<string, RecordingFile>>(new Map())

  /** The latest first, each by the id that its address has. */
  readonly all = $derived([...this.#files].reverse())

  /** Opens it; the id by which it goes. */
  add(file: RecordingFile): string {
    const first = FROM_FILE + file.incident.id
    let id = first
    for (let copy = 2; this.#files.has(id); copy++) id = `${first}~${copy}`
    this.#files = new Map([...this.#files, [id, file]])
    return id
  }

  holds(id: string): boolean {
    return this.#files.has(id)
  }

  /** Null: it is not one that was opened from a file. */
  find(id: string): RecordingFile | null {
    if (!id.startsWith(FROM_FILE)) return null
    const file = this.#files.get(id)
    if (!file)
      throw new Error('It was opened from a file, which is not kept when the page is loaded anew. Open it again.')
    return file
  }
}

export const opened = new OpenedRecordings()
