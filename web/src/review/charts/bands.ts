import type { CrewUse } from '#shared/review/parts/people.ts'
import type { CapabilityLoss } from '#shared/review/parts/ship.ts'
import type { Plan } from '#shared/ship/plan.ts'
import type { CrewStatus } from '#shared/ship/terms.ts'
import { CREW_STATUS, taskName } from '#shared/ship/views/words.ts'
import type { Sheet } from '../../panels/sheet.ts'
import { clockText } from '../../ui/duration.ts'
import type { Look } from './looks.ts'

/** A row of stretches of time; those without a look are how it should be, and are not drawn. */
export interface BandRow {
  readonly name: string
  readonly stretches: readonly {
    readonly fromMs: number
    readonly untilMs: number
    readonly look: Look | null
    readonly text: string
  }[]
}

const STATUS_LOOKS: Readonly<Record<CrewStatus, Look | null>> = {
  ready: null,
  enRoute: { token: '--crew', pattern: 'diagonal' },
  onScene: { token: '--crew', pattern: 'dots' },
  working: { token: '--crew', pattern: 'solid' },
  returning: { token: '--crew', pattern: 'lines' },
}

export const CREW_KEY = (['enRoute', 'onScene', 'working', 'returning'] as const).flatMap((status) => {
  const look = STATUS_LOOKS[status]
  return look ? [{ label: CREW_STATUS[status], look }] : []
})

export const crewRows = (plan: Plan, crews: readonly CrewUse[]): readonly BandRow[] =>
  crews.map(({ name, segments }) => ({
    name,
    stretches: segments.map(({ fromMs, untilMs, status, task }) => ({
      fromMs,
      untilMs,
      look: STATUS_LOOKS[status],
      text: task === null ? CREW_STATUS[status] : `${CREW_STATUS[status]}: ${taskName(plan, task)}`,
    })),
  }))

const REDUCED: Look = { token: '--steady', pattern: 'diagonal' }
const LOST: Look = { token: '--ink2', pattern: 'solid' }

export const CAPABILITY_KEY = [
  { label: 'Reduced', look: REDUCED },
  { label: 'Lost', look: LOST },
]

/** Lost is the last of the modes that the ship file has. */
const capabilityLook = (plan: Plan, capability: string, rank: number): Look | null => {
  if (rank === 0) return null
  const modes = plan.capabilities.get(capability)?.modes.length ?? 0
  return rank === modes - 1 ? LOST : REDUCED
}

/** Those that were ever below their best. */
export const capabilityRows = (plan: Plan, capabilities: readonly CapabilityLoss[]): readonly BandRow[] =>
  capabilities
    .filter(({ belowTopMs }) => belowTopMs > 0)
    .map(({ capability, name, bands }) => ({
      name,
      stretches: bands.map(({ fromMs, untilMs, rank, name: mode }) => ({
        fromMs,
        untilMs,
        look: capabilityLook(plan, capability, rank),
        text: mode,
      })),
    }))

/** What a row says at an instant; at the end, what it said last. */
export const readingAt = ({ stretches }: BandRow, atMs: number): string =>
  (stretches.find(({ fromMs, untilMs }) => fromMs <= atMs && atMs < untilMs) ?? stretches.at(-1))?.text ?? ''

/** The same stretches as a table. */
export const bandSheet = (title: string, rows: readonly BandRow[], startMs: number): Sheet => ({
  title,
  columns: ['Of', 'From', 'Until', 'What'],
  rows: rows.flatMap(({ name, stretches }) =>
    stretches.map(({ fromMs, untilMs, text }) => [
      name,
      clockText(fromMs - startMs),
      clockText(untilMs - startMs),
      text,
    ]),
  ),
  none: 'None',
})
