import type { Report } from '#shared/ship/state.ts'

export const STATUS_WORDS: Readonly<Record<Report['status'], string>> = {
  reported: 'Reported',
  confirmed: 'Confirmed',
  refuted: 'Nothing found',
}

interface Place {
  readonly compartment: string
  /** In the order in which they came. */
  readonly reports: readonly Report[]
  /** They speak of different things, or one was borne out and another was not. */
  readonly disagree: boolean
}

/** Places with open reports first, then the one last spoken of. */
export const byPlace = (reports: readonly Report[]): readonly Place[] => {
  const places = Map.groupBy(reports, ({ compartment }) => compartment)
  const open = ({ reports }: Place): boolean => reports.some(({ status }) => status === 'reported')
  const last = ({ reports }: Place): number => reports.at(-1)?.reportedAt ?? 0
  return [...places]
    .map(([compartment, here]) => ({ compartment, reports: here, disagree: differ(here) }))
    .sort((a, b) => Number(open(b)) - Number(open(a)) || last(b) - last(a))
}

const differ = (reports: readonly Report[]): boolean =>
  new Set(reports.map(({ what }) => what)).size > 1 ||
  (reports.some(({ status }) => status === 'confirmed') && reports.some(({ status }) => status === 'refuted'))
