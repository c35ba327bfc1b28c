import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LOG_FILE, openSqliteLog } from '#db/sqliteLog.ts'
import { verifyLog } from '#db/verify.ts'
import { entryAt, SHIP } from './storeWork.ts'

/** In the folder of a store child: what it was told of each command, a line each. */
export const ACKNOWLEDGED = 'acknowledged'

export interface Told {
  readonly outcome: string
  readonly id: string
}

/** A last line that was cut short was not told. */
export const toldIn = (text: string): readonly Told[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [outcome = '', id = ''] = line.split(' ')
      return { outcome, id }
    })

export const readTold = (folder: string): readonly Told[] => {
  const file = join(folder, ACKNOWLEDGED)
  return existsSync(file) ? toldIn(readFileSync(file, 'utf8')) : []
}

/** Seq before which a command of `storeWork` stands. */
const placeOf = (id: string): number => Number(id.slice('command-'.length))

const textsOf = new Map<number, readonly string[]>()

/** What is stored of the command that is due there, worked out once. */
const textsAt = (head: number): readonly string[] => {
  const texts = textsOf.get(head) ?? entryAt(head).events.map((event) => JSON.stringify(event))
  textsOf.set(head, texts)
  return texts
}

/**
 * What is wrong with the log in a folder, in words; nothing, if all that was acknowledged is there once and as it was
 * written, and the log is whole. `retried` are sent again first, as their senders would.
 */
export const faultsIn = (
  folder: string,
  acknowledged: readonly string[],
  retried: readonly string[] = [],
): readonly string[] => {
  const log = openSqliteLog(folder)
  const faults: string[] = []
  try {
    for (const id of retried) if (log.findCommand(SHIP, id) === null) log.append([entryAt(placeOf(id))])
    const stored = log.eventsJson(SHIP, 0, Number.MAX_SAFE_INTEGER)
    for (const id of [...acknowledged, ...retried]) {
      const place = placeOf(id)
      const texts = textsAt(place)
      if (log.findCommand(SHIP, id) === null) faults.push(`${id} is lost`)
      else if (texts.some((text, index) => stored[place + index] !== text)) faults.push(`${id} is not what was written`)
    }
  } finally {
    log.close()
  }
  return [...faults, ...verifyLog(join(folder, LOG_FILE)).faults.map((fault) => JSON.stringify(fault))]
}
