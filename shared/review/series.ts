import type { Ship } from '../ship/state.ts'
import type { CasualtyTally } from './casualties.ts'
import type { Series } from './parts/course.ts'
import type { HazardKind } from './parts/hazards.ts'

/** So many that a chart has a point for every few pixels. Invented. */
const INSTANTS = 241

/** [REV23] */
export const instantsOf = (fromMs: number, untilMs: number): readonly number[] =>
  Array.from({ length: INSTANTS }, (_one, i) => fromMs + Math.round(((untilMs - fromMs) * i) / (INSTANTS - 1)))

/** How things stand at one instant. */
export interface Standing {
  readonly harm: number
  readonly hazards: Readonly<Record<HazardKind, number>>
  readonly casualties: CasualtyTally
}

/** [REV23] Figures over time, an entry at each look. */
export const seriesOf = (standingAt: (ship: Ship, atMs: number) => Standing) => {
  const at: number[] = []
  const harm: number[] = []
  const hazards: Record<HazardKind, number[]> = { breach: [], fire: [], leak: [], passage: [], system: [] }
  const casualties = { waiting: [], moving: [], inBed: [], dead: [] } as Record<keyof Series['casualties'], number[]>
  const series: Series = { at, harm, hazards, casualties }
  return {
    series,
    look: (ship: Ship, atMs: number): void => {
      const now = standingAt(ship, atMs)
      at.push(atMs)
      harm.push(now.harm)
      for (const kind of Object.keys(hazards) as HazardKind[]) hazards[kind].push(now.hazards[kind])
      for (const status of Object.keys(casualties) as (keyof Series['casualties'])[])
        casualties[status].push(now.casualties[status])
    },
  }
}
