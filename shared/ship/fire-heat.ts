import { power } from '../detmath.ts'
import type { Heat } from './parts/hazards.ts'
import type { FireGrowth } from './terms.ts'

/**
 * Heat release of a growing fire: Q = α·t². Source: NFPA 72 and 92, t-squared fires (1055 kW after 600, 300, 150, 75 s);
 * α in kW/s². Limit: fuel never runs out.
 */
const ALPHA: Readonly<Record<FireGrowth, number>> = {
  slow: 0.00293,
  medium: 0.01172,
  fast: 0.0469,
  ultrafast: 0.1876,
}

/** When a fire that grows without a break since no heat at all has some heat, s. */
const secondsTo = (kw: number, growth: FireGrowth): number => power(kw / ALPHA[growth], 0.5)

/** Heat release, kW. A fire that was held grows on from where it stood: α·(s + √(kw₀/α))². */
export const heatAt = (heat: Heat, growth: FireGrowth, at: number): number => {
  if (!heat.growing) return heat.kw
  const seconds = (at - heat.since) / 1000
  return heat.kw + 2 * ALPHA[growth] * secondsTo(heat.kw, growth) * seconds + ALPHA[growth] * seconds * seconds
}

/** When it reaches a heat, ms; null if it does not. */
export const heatReachedAt = (heat: Heat, growth: FireGrowth, kw: number): number | null =>
  heat.growing ? heat.since + Math.max(0, Math.ceil((secondsTo(kw, growth) - secondsTo(heat.kw, growth)) * 1000)) : null

/** One door, 0.8 m by 2.0 m: its area times the root of its height, m^2.5. */
const DOOR = 1.6 * Math.SQRT2

/**
 * Heat at which everything in a compartment burns at once, kW: Q = 7.8·A_T + 378·A_v·√H_v. Source: Thomas's correlation
 * (P. H. Thomas 1981; SFPE handbook). Simplified: A_T, the inner surface, is that of a cube of the compartment's volume,
 * 6·V^(2/3), and A_v one door.
 */
export const flashoverKw = (volumeM3: number): number => 7.8 * 6 * power(volumeM3, 2 / 3) + 378 * DOOR
