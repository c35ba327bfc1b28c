import { join } from 'node:path'
import type { EventLog } from '#db/eventLog.ts'
import { LOG_FILE, logOn, openLogFile } from '#db/sqliteLog.ts'
import { fold } from '#shared/ship/evolve.ts'
import { newShip, stateOf } from '#shared/ship/state.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import { coreVersion } from '../../server/coreVersion.ts'
import { sync } from '../../server/recordings/moveDurably.ts'
import { attack, plan, recorded, SHIP } from './attack.ts'
import { newFolder } from './folders.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** One transaction each, so that it does not take all day. */
const TOGETHER = 5_000

/** One attack after the other, the same for ever: at least so many events. */
function* attacks(count: number): Generator<readonly RecordedEvent[]> {
  const once = recorded(attack(1))
  for (let seq = 0, at = 0; seq < count; seq += once.length, at = at + (once.at(-1)?.at ?? 0))
    yield once.map((event) => ({ ...event, seq: event.seq + seq, at: event.at + at }))
}

interface BigLog {
  readonly folder: string
  readonly events: number
}

const made = new Map<number, BigLog>()

/**
 * A data folder with a log of at least so many events of one ship, and the snapshot that a server would have left. Made once:
 * who asks again gets the same, with what has been added to it since.
 */
export const bigLog = (count: number): BigLog => {
  const log = made.get(count) ?? newLog(count)
  made.set(count, log)
  return log
}

/** Written without waiting for the disk, which is done once at the end. */
const openUnsynced = (folder: string): EventLog => {
  const db = openLogFile(folder)
  db.pragma('synchronous = OFF')
  return logOn(db, () => db.close())
}

const newLog = (count: number): BigLog => {
  const folder = newFolder()
  const log = openUnsynced(folder)
  log.createShip({ id: SHIP, definition: plan.file, wall: '2026-11-22T12:00:00.000Z', events: [] })
  let ship = newShip(plan)
  let gathered: RecordedEvent[] = []
  const write = (): void => {
    const [first] = gathered
    if (first) log.append([{ ship: SHIP, expectedSeq: first.seq - 1, events: gathered }])
    gathered = []
  }
  for (const events of attacks(count)) {
    ship = fold(ship, events)
    gathered.push(...events)
    if (gathered.length >= TOGETHER) write()
  }
  write()
  const { seq, at } = ship
  log.saveSnapshot({ ship: SHIP, seq, at, text: JSON.stringify(stateOf(ship)), coreVersion: coreVersion(ROOT) })
  log.close()
  sync(join(folder, LOG_FILE)) // or it would be in the way of what is measured
  return { folder, events: seq }
}
