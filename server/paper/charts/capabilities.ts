import type { CapabilityLoss } from '#shared/review/parts/ship.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { lasting } from '../words.ts'
import { bandsScene, type Look } from './bands.ts'
import type { Scene } from './scene.ts'

const TOP: Look = { texture: 'none', ink: 'rule' }
const REDUCED: Look = { texture: 'rising', ink: 'accent' }
const LOST: Look = { texture: 'solid', ink: 'alarm' }

/** What could be asked of the ship when, and at the right for how long not at all. */
export const capabilityScene = (
  capabilities: readonly CapabilityLoss[],
  plan: Plan,
  fromMs: number,
  untilMs: number,
): Scene => {
  const lookOf = (capability: string, rank: number): Look => {
    const last = (plan.capabilities.get(capability)?.modes.length ?? 0) - 1
    if (rank === 0) return TOP
    return rank === last ? LOST : REDUCED
  }
  return bandsScene({
    title: 'Capabilities over time',
    description: capabilities.map(({ name, lostMs }) => `${name} lost for ${lasting(lostMs)}`).join(', '),
    fromMs,
    untilMs,
    rows: capabilities.map(({ capability, name, lostMs, bands }) => ({
      name,
      figure: lostMs > 0 ? lasting(lostMs) : '',
      bands: bands.map((band) => ({ ...band, ...lookOf(capability, band.rank) })),
    })),
    legend: [
      { name: 'In full', ...TOP },
      { name: 'In part', ...REDUCED },
      { name: 'Lost', ...LOST },
    ],
  })
}
