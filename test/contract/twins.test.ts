import type { EventLog } from '#db/eventLog.ts'
import { memoryLog } from '#db/memoryLog.ts'
import { openSqliteLog } from '#db/sqliteLog.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { newShip } from './samples.ts'
import { COMMANDS, SHIPS, type Step, steps, VERSIONS } from './steps.ts'

/** All that can be seen of a log. */
const view = (log: EventLog) => ({
  ships: log.ships(),
  marks: log.incidentMarks(null),
  each: SHIPS.map((ship) => ({
    events: log.eventsJson(ship, 0, 1000),
    marks: log.incidentMarks(ship),
    commands: COMMANDS.map((id) => log.findCommand(ship, id)),
    snapshots: VERSIONS.map((version) => log.latestSnapshot(ship, version)),
    keptAt: log.keptTime(ship),
  })),
})

/** What a step came to: a value, or a refusal by name. */
const outcome = (step: Step, log: EventLog) => {
  try {
    return { value: step.run(log) }
  } catch (error) {
    return { refused: String(error) }
  }
}

const using = (log: EventLog, work: (log: EventLog) => void) => {
  try {
    work(log)
  } finally {
    log.close()
  }
}

const SLOW_DISK_MS = 30_000

test(
  'SQLite and memory answer alike, refusals included, and SQLite again after a reopening',
  { timeout: SLOW_DISK_MS },
  () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        const folder = temporaryFolder()
        const memory = memoryLog()
        memory.createShip(newShip('aurora'))
        using(openSqliteLog(folder), (sqlite) => {
          sqlite.createShip(newShip('aurora'))
          for (const step of sequence) expect(outcome(step, sqlite), step.name).toEqual(outcome(step, memory))
          expect(view(sqlite)).toEqual(view(memory))
        })
        using(openSqliteLog(folder), (reopened) => expect(view(reopened)).toEqual(view(memory)))
      }),
      { numRuns: 40 },
    )
  },
)
