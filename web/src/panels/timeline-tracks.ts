import { LANES, type Lane, type Mark } from '../replay/marks.ts'
import type { Recording } from '../replay/recording.ts'
import type { TimelineBand, TimelineLane } from '../ui/timeline.ts'

const NAMES: Readonly<Record<Lane, string>> = {
  hits: 'Hits',
  alarms: 'Alarms',
  crews: 'Crews',
  orders: 'Orders',
  casualties: 'Hurt',
  notes: 'Notes',
}

/** The marks of each lane as the scrubber draws them; a lane for notes only where there are some. */
export const lanesOf = (marks: readonly Mark[]): readonly TimelineLane[] =>
  LANES.map((lane) => ({
    lane,
    name: NAMES[lane],
    marks: marks
      .filter((mark) => mark.lane === lane)
      .map(({ at, priority, text }) => ({ atMs: at, severity: priority, text })),
  })).filter(({ lane, marks }) => lane !== 'notes' || marks.length > 0)

/** The ship's condition from one change to the next. */
export const bandsOf = ({ start, events, fromMs, toMs }: Recording): readonly TimelineBand[] => {
  const changes = events.filter((event) => event.type === 'AlertSet')
  const begun = [{ fromMs, condition: start.alert }, ...changes.map(({ at, condition }) => ({ fromMs: at, condition }))]
  return begun
    .map(({ fromMs, condition }, index) => ({ fromMs, toMs: begun[index + 1]?.fromMs ?? toMs, condition }))
    .filter((band) => band.toMs > band.fromMs)
}
