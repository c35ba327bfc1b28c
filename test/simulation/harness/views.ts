import type { Role } from '#shared/ship/events.ts'
import { shipFrom, stateOf, type Ship } from '#shared/ship/state.ts'
import { alarmFiguresOf } from '#shared/ship/views/alarm-figures.ts'
import { alarmListOf } from '#shared/ship/views/alarm-list.ts'
import { soundOf } from '#shared/ship/views/alarm-sound.ts'
import { alarmsOf } from '#shared/ship/views/alarms.ts'
import { boardOf } from '#shared/ship/views/board.ts'
import { sickbaysOf, tallyByDeck } from '#shared/ship/views/casualties.ts'
import { cellsOf } from '#shared/ship/views/cells.ts'
import { crewOptions } from '#shared/ship/views/crew-options.ts'
import { damageReportOf } from '#shared/ship/views/damage-report.ts'
import { cardsFor } from '#shared/ship/views/kill-cards.ts'
import { readinessOf } from '#shared/ship/views/readiness.ts'
import { reportsOf } from '#shared/ship/views/reports.ts'
import { suppliesOf } from '#shared/ship/views/supplies.ts'
import { workOf } from '#shared/ship/views/work.ts'
import { projectState } from '#shared/protocol/projection.ts'
import type { Finding } from './invariant.ts'

/** Everything that a screen, a report or another program reads of a ship. */
const viewsOf = (ship: Ship, at: number): Readonly<Record<string, unknown>> => {
  const work = workOf(ship, at)
  return {
    work,
    board: boardOf(ship, at),
    report: damageReportOf(ship, at),
    cells: [...cellsOf(ship, work, at).values()],
    alarms: [alarmsOf(ship, work), alarmListOf(ship, at), alarmFiguresOf(ship, at), soundOf(ship, at)],
    readiness: readinessOf(ship, at),
    reports: reportsOf(ship),
    supplies: suppliesOf(ship, at),
    cards: work.slice(0, 3).map(({ task }) => cardsFor(ship, task)),
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

/** Views are total, of the ship as a role gets her: never an exception (that is found, too), no number that is none. */
export const findingInViews = (whole: Ship, at: number, role: Role): Finding | null => {
  const ship = shipFrom(whole.plan, projectState(stateOf(whole), role))
  const what = nonNumberIn(viewsOf(ship, at), 'views')
  return what === null ? null : { invariant: 'views are total', what }
}
