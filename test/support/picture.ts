import type { Ship } from '#shared/ship/state.ts'
import { alarmListOf } from '#shared/ship/views/alarm-list.ts'
import { soundOf } from '#shared/ship/views/alarm-sound.ts'
import { boardOf } from '#shared/ship/views/board.ts'
import { capabilitiesOf } from '#shared/ship/views/capabilities.ts'
import { casualtiesOf, sickbaysOf, tallyByDeck } from '#shared/ship/views/casualties.ts'
import { cellsOf } from '#shared/ship/views/cells.ts'
import { crewsOf } from '#shared/ship/views/crews.ts'
import { damageReportOf } from '#shared/ship/views/damage-report.ts'
import { figuresOf } from '#shared/ship/views/figures.ts'
import { workOf } from '#shared/ship/views/work.ts'
import { kpisOf } from '../../web/src/panels/kpis.ts'

export type Picture = ReturnType<typeof pictureOf>

/** All that the panels of a board are made of: a ship and an instant (mission ms) as every view gives them. */
export const pictureOf = (ship: Ship, atMs: number) => {
  const work = workOf(ship, atMs)
  const crews = crewsOf(ship, atMs)
  return {
    board: boardOf(ship, atMs),
    figures: figuresOf(ship, atMs),
    kpis: kpisOf(ship, crews, atMs),
    work,
    crews,
    cells: cellsOf(ship, work, atMs),
    alarms: alarmListOf(ship, atMs),
    sound: soundOf(ship, atMs),
    capabilities: capabilitiesOf(ship, atMs),
    casualties: casualtiesOf(ship, atMs),
    sickbays: sickbaysOf(ship, atMs),
    tally: tallyByDeck(ship),
    report: damageReportOf(ship, atMs),
  }
}
