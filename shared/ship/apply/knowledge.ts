import type { Applies } from './applies.ts'
import type { KnowledgeFact } from '../facts/knowledge.ts'
import { reveal } from '../known.ts'
import { known, put } from '../records.ts'
import type { Report, Ship } from '../state.ts'

const reportNow = (ship: Ship, report: string, change: Partial<Report>) => ({
  reports: put(ship.reports, report, { ...known(ship.reports[report], report), ...change }),
})

export const knowledge: Applies<KnowledgeFact['type']> = {
  DamageReported: (ship, { report, compartment, what, text, extent, needs, at }) => ({
    reports: put(ship.reports, report, {
      id: report,
      compartment,
      what,
      text,
      extent,
      needs,
      reportedAt: at,
      status: 'reported',
      settledAt: null,
    }),
    numbers: { ...ship.numbers, report: ship.numbers.report + 1 },
  }),
  ReportFollowedUp: (ship, { report, extent, needs }) => {
    const before = known(ship.reports[report], report)
    return reportNow(ship, report, { extent: extent ?? before.extent, needs: needs ?? before.needs })
  },
  ReportConfirmed: (ship, { report, at }) => reportNow(ship, report, { status: 'confirmed', settledAt: at }),
  ReportRefuted: (ship, { report, at }) => reportNow(ship, report, { status: 'refuted', settledAt: at }),
  PlaceRevealed: (ship, { reveals }) => reveal(ship, reveals),
}
