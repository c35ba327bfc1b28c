import { spokenTime } from '#shared/duration.ts'
import type { Review } from '#shared/review/review.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { alarmName } from '#shared/ship/views/alarm-name.ts'
import { PRIORITY, systemName } from '#shared/ship/views/words.ts'
import { capabilityScene } from '../charts/capabilities.ts'
import { type Block, chart, figures, heading, left, prose, right, type Table } from '../paper.ts'
import { countText, lasting, numberText, percentTenths, percentText, tenthsText } from '../words.ts'

const NO_BATTERY = 'The ship has no battery to draw on.'

/** What the ship could still do, what she had of power, and what her alarms asked of people. */
export const ship = (review: Review, plan: Plan): readonly Block[] => [
  heading('Capabilities'),
  ...(review.capabilities.length > 0
    ? [chart(capabilityScene(review.capabilities, plan, review.incident.fromMs, review.incident.untilMs))]
    : []),
  capabilities(review),
  heading('Alarms'),
  alarmFigures(review),
  prose(alarmProse(review)),
  offenders(review, plan),
  heading('Power'),
  prose(power(review)),
  shed(review, plan),
]

const capabilities = ({ capabilities: all }: Review): Table => ({
  kind: 'table',
  caption: 'For how long each capability was reduced or lost',
  columns: [
    left('Capability', 30),
    right('Not in full', 12),
    right('Lost', 12),
    right('Weight', 12),
    right('Harm', 12),
  ],
  rows: all.map(({ name, belowTopMs, lostMs, weight }) => ({
    cells: [name, lasting(belowTopMs), lasting(lostMs), numberText(weight), tenthsText((weight * lostMs) / 60_000)],
    strong: lostMs > 0,
  })),
  empty: 'The ship file names no capability.',
})

const alarmFigures = ({ alarms }: Review): Block =>
  figures(
    { label: 'Alarms', value: numberText(alarms.raised), note: `${alarms.standing} stand at the end` },
    { label: 'Most in a minute', value: numberText(alarms.mostInMinute) },
    { label: 'Most waiting at once', value: numberText(alarms.mostUnacknowledged) },
    { label: 'Never acknowledged', value: numberText(alarms.neverAcknowledged) },
  )

const alarmProse = ({ alarms }: Review): string => {
  const priorities = Object.entries(PRIORITY)
    .map(([priority, { word }]) => `${word.toLowerCase()} ${alarms.byPriority[priority as keyof typeof PRIORITY]}`)
    .join(', ')
  const flood =
    alarms.floods === 0
      ? 'There was no alarm flood.'
      : `There was ${countText(alarms.floods, 'flood')} of alarms, for ${spokenTime(alarms.floodMs)} in all.`
  return `By priority: ${priorities}. Acknowledged ${numberText(alarms.acknowledged)}, shelved ${numberText(alarms.shelved)}. ${flood}`
}

const offenders = ({ alarms }: Review, plan: Plan): Table => ({
  kind: 'table',
  caption: 'The alarms raised most often',
  columns: [left('Raised most often', 46), right('Times', 10), right('Share', 10)],
  rows: alarms.offenders.map(({ alarm, times, sharePercent }) => ({
    cells: [alarmName(plan, alarm), numberText(times), percentTenths(sharePercent)],
  })),
  empty: 'No alarm was raised.',
})

const power = ({ power: { deficitMs, drawnMj, leastBatteryMj, leastBatteryPercent } }: Review): string =>
  leastBatteryPercent === null
    ? NO_BATTERY
    : `The battery gave ${numberText(drawnMj)} MJ in ${spokenTime(deficitMs)}, and held ${percentText(leastBatteryPercent)} (${numberText(leastBatteryMj)} MJ) at the least.`

const shed = ({ power: { shed: all } }: Review, plan: Plan): Table => ({
  kind: 'table',
  caption: 'Systems shed for want of power, the longest first',
  columns: [left('System shed', 46), right('Times', 10), right('For', 10)],
  rows: all.map(({ system, times, shedMs }) => ({
    cells: [systemName(plan, system), numberText(times), lasting(shedMs)],
  })),
  empty: 'No system was shed.',
})
