import type { CrewView } from '#shared/ship/views/crews.ts'
import type { WorkItem } from '#shared/ship/views/work.ts'

/** When something began and when it will be over, mission ms. */
export interface Span {
  readonly startMs: number
  readonly endMs: number
}

/** Repair from nothing to whole at its present pace: the bar shows how much is done, not only since this crew came. */
export const repairSpan = ({ doneAt, perS }: WorkItem): Span | null =>
  doneAt === null || perS <= 0 ? null : { startMs: doneAt - (100 / perS) * 1000, endMs: doneAt }

/** What a crew's bar runs through: its way, its work, its way back. */
export const crewSpan = (crew: CrewView, work: readonly WorkItem[]): Span | null => {
  switch (crew.status) {
    case 'enRoute':
    case 'returning':
      return crew.arrivesAt === null ? null : { startMs: crew.since, endMs: crew.arrivesAt }
    case 'working': {
      const item = work.find(({ task }) => task === crew.task)
      return item ? repairSpan(item) : null
    }
    case 'onScene':
    case 'ready':
      return null
  }
}
