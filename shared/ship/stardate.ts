import type { Plan } from './plan.ts'

const DAY_MS = 86_400_000

/** The stardate at a mission time, or null for a ship that keeps none. */
export const stardateAt = (plan: Plan, at: number): number | null => {
  const { stardate } = plan.file
  return stardate ? stardate.origin + (at / DAY_MS) * stardate.perDay : null
}
