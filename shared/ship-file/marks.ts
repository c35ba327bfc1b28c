import type { ShipFile } from './schema.ts'

/** Health at which a repair is worth telling even where nothing else depends on it. Invented. */
const QUARTERS = [25, 50, 100]

/** Every percentage at which something depends on a system: another's need met, a mode reached, a use allowed, a leak stopped. */
const thresholdsOf = ({ systems, capabilities, transporter, structure, core }: ShipFile) => [
  ...systems.flatMap(({ needs = [] }) => needs),
  ...capabilities.flatMap(({ modes }) => modes.flatMap(({ needs }) => needs)),
  ...(transporter === undefined ? [] : [transporter]),
  ...(structure === undefined ? [] : [structure]),
  ...(core === undefined ? [] : [{ system: core.containment, atLeastPercent: core.atLeastPercent }]),
  ...systems.flatMap(({ id, leak }) => (leak === undefined ? [] : [{ system: id, atLeastPercent: leak.belowPercent }])),
]

/** Health percentages of each system at which something changes, ascending, 100 last. */
export const marksOf = (file: ShipFile): ((system: string) => readonly number[]) => {
  const marks = new Map(file.systems.map(({ id }) => [id, new Set(QUARTERS)]))
  for (const { system, atLeastPercent } of thresholdsOf(file))
    if (atLeastPercent > 0) marks.get(system)?.add(atLeastPercent)
  return (system) => [...(marks.get(system) ?? QUARTERS)].sort((a, b) => a - b)
}
