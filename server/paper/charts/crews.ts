import type { CrewUse } from '#shared/review/parts/people.ts'
import type { CrewStatus } from '#shared/ship/terms.ts'
import { CREW_STATUS } from '#shared/ship/views/words.ts'
import { percentTenths, percentText } from '../words.ts'
import { bandsScene, type Look } from './bands.ts'
import type { Scene } from './scene.ts'

const LOOKS: Readonly<Record<CrewStatus, Look>> = {
  ready: { texture: 'none', ink: 'rule' },
  enRoute: { texture: 'rising', ink: 'ink' },
  onScene: { texture: 'wash', ink: 'ink' },
  working: { texture: 'solid', ink: 'accent' },
  returning: { texture: 'falling', ink: 'quiet' },
}
/** In the order in which they happen; who is ready has nothing but the line. */
const STATUSES: readonly CrewStatus[] = ['enRoute', 'onScene', 'working', 'returning']

/** What each crew did when, and at the right the share of the time in which it was of use. */
export const crewScene = (crews: readonly CrewUse[], fromMs: number, untilMs: number): Scene =>
  bandsScene({
    title: 'Crews over time',
    description: crews.map(({ name, usePercent }) => `${name} in use ${percentText(usePercent)}`).join(', '),
    fromMs,
    untilMs,
    rows: crews.map(({ name, usePercent, segments }) => ({
      name,
      figure: percentTenths(usePercent),
      bands: segments.map((segment) => ({ ...segment, ...LOOKS[segment.status] })),
    })),
    legend: STATUSES.map((status) => ({ name: CREW_STATUS[status], ...LOOKS[status] })),
  })
