import type { Report, Ship } from '../state.ts'

/** All that was said of one place. */
export interface PlaceReports {
  readonly compartment: string
  /** In the order in which they came. */
  readonly reports: readonly Report[]
  /** They speak of different things, or one was borne out and another was not. */
  readonly disagree: boolean
}

const disagree = (reports: readonly Report[]): boolean =>
  new Set(reports.map(({ what }) => what)).size > 1 ||
  (reports.some(({ status }) => status === 'confirmed') && reports.some(({ status }) => status === 'refuted'))

const isOpen = ({ reports }: PlaceReports): boolean => reports.some(({ status }) => status === 'reported')

const numberOf = ({ id }: Report): number => Number(id.slice(1))
const lastOf = ({ reports }: PlaceReports): number => Math.max(...reports.map(numberOf))

/** [REP6] Reports of one place side by side; places with open reports first, then the one last spoken of. */
export const reportsOf = ({ reports }: Ship): readonly PlaceReports[] => {
  const places = new Map<string, Report[]>()
  for (const report of Object.values(reports).sort((a, b) => numberOf(a) - numberOf(b))) {
    const said = places.get(report.compartment)
    if (said) said.push(report)
    else places.set(report.compartment, [report])
  }
  return [...places]
    .map(([compartment, said]) => ({ compartment, reports: said, disagree: disagree(said) }))
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || lastOf(b) - lastOf(a))
}
