import { type Lane, LANES, type LanesOfMarks } from '../replay/marks.ts'
import type { Recording } from '../replay/recording.ts'
import type { TimelineBand, TimelineLane } from '../ui/timeline.ts'

export const LANE_NAMES: Readonly<Record<Lane, string>> = {
  hits: 'Hits',
  alarms: 'Alarms',
  crews: 'Crews',
  orders: 'Orders',
  casualties: 'Hurt',
  notes: 'Notes',
}

/** The lanes shown, as the scrubber draws them; one for notes only where there are some. */
export const lanesOf = (lanes: LanesOfMarks, shown: readonly Lane[]): readonly TimelineLane[] =>
  LANES.filter((lane) => shown.includes(lane) && (lane !== 'notes' || lanes.notes.length > 0)).map((lane) => ({
    name: LANE_NAMES[lane],
    marks: lanes[lane],
  }))

/** The ship's condition from one change to the next. */
export const bandsOf = ({ start, events, fromMs, toMs }: Recording): readonly TimelineBand[] => {
  const changes = events.filter((event) => event.type === 'AlertSet')
  const begun = [{ fromMs, condition: start.alert }, ...changes.map(({ at, condition }) => ({ fromMs: at, condition }))]
  return begun
    .map(({ fromMs, condition }, index) => ({ fromMs, toMs: begun[index + 1]?.fromMs ?? toMs, condition }))
    .filter((band) => band.toMs > band.fromMs)
}
