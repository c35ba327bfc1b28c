import type { Ship } from '#shared/ship/state.ts'
import { firstWrong, type Invariant } from '../invariant.ts'

/** A report is settled once, and has its time then. */
const reports = (ship: Ship): string | null =>
  firstWrong(Object.values(ship.reports), ({ id, status, reportedAt, settledAt }) => {
    if ((status === 'reported') !== (settledAt === null)) return `report ${id} is ${status}, settled at ${settledAt}`
    return settledAt === null || settledAt >= reportedAt ? null : `report ${id} settled before it was made`
  })

/** What is not known aboard has been so since some time that has been. */
const unknown = (ship: Ship): string | null =>
  firstWrong(Object.entries(ship.unknown), ([key, entry]) =>
    entry && entry.since <= ship.at ? null : `${key} unknown since ${entry?.since} ms`,
  )

export const knowledge: readonly Invariant[] = [
  { name: 'reports are settled once', reads: ['reports'], broken: reports },
  { name: 'what is unknown has been so for a while', reads: ['unknown'], broken: unknown },
]
