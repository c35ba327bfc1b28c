import type { ShipFile } from './schema.ts'

/** Health at which a repair is worth telling even where nothing else depends on it. Invented. */
const QUARTERS = [25, 50, 100]

/** Health percentages of a system at which something changes: another's need met, a mode reached, a use allowed, a leak stopped. */
export const marksOf = (file: ShipFile, systemId: string): readonly number[] => {
  const needs = [
    ...file.systems.flatMap((system) => system.needs ?? []),
    ...file.capabilities.flatMap(({ modes }) => modes.flatMap((mode) => mode.needs)),
    ...(file.transporter === undefined ? [] : [file.transporter]),
    ...(file.structure === undefined ? [] : [file.structure]),
    ...(file.core === undefined ? [] : [{ system: file.core.containment, atLeastPercent: file.core.atLeastPercent }]),
  ]
  const thresholds = needs.filter(({ system }) => system === systemId).map(({ atLeastPercent }) => atLeastPercent)
  const tightFrom = file.systems.find(({ id }) => id === systemId)?.leak?.belowPercent ?? 100
  return [...new Set([...thresholds, tightFrom, ...QUARTERS])].filter((percent) => percent > 0).sort((a, b) => a - b)
}
