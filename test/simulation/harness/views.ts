import type { Ship } from '#shared/ship/state.ts'
import { alarmsOf } from '#shared/ship/views/alarms.ts'
import { boardOf } from '#shared/ship/views/board.ts'
import { sickbaysOf, tallyByDeck } from '#shared/ship/views/casualties.ts'
import { cellsOf } from '#shared/ship/views/cells.ts'
import { crewOptions } from '#shared/ship/views/crew-options.ts'
import { damageReportOf } from '#shared/ship/views/damage-report.ts'
import { workOf } from '#shared/ship/views/work.ts'
import type { Finding } from './invariant.ts'

/** Everything that a screen, a report or another program reads of a ship. */
const viewsOf = (ship: Ship, at: number): Readonly<Record<string, unknown>> => {
  const work = workOf(ship, at)
  return {
    work,
    board: boardOf(ship, at),
    report: damageReportOf(ship, at),
    cells: [...cellsOf(ship, work, at).values()],
    alarms: alarmsOf(ship, work),
    sickbays: sickbaysOf(ship, at),
    decks: [...tallyByDeck(ship).values()],
    options: work.slice(0, 2).map(({ task }) => crewOptions(ship, task, at)),
  }
}

/** Where in a value there is a number that is none; null: nowhere. */
export const nonNumberIn = (value: unknown, path: string): string | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${path} is ${value}`
  if (typeof value !== 'object' || value === null) return null
  for (const [key, part] of Object.entries(value)) {
    const found = nonNumberIn(part, `${path}.${key}`)
    if (found !== null) return found
  }
  return null
}

/** Views are total: never an exception (that would be found, too), and no number that is none. */
export const findingInViews = (ship: Ship, at: number): Finding | null => {
  const what = nonNumberIn(viewsOf(ship, at), 'views')
  return what === null ? null : { invariant: 'views are total', what }
}
