import { MINUTE_MS } from '../alarm-rate.ts'
import type { Fact } from '../events.ts'
import { type Due, type Law, NOTHING } from '../law.ts'
import type { Ship } from '../state.ts'

/** More new alarms in a minute than this begin a flood; fewer than the other end it. Source: design, after ISA-18.2. */
const BEGINS_ABOVE = 10
const ENDS_UNDER = 5

/** When the fifth alarm from the end is a minute old, fewer than five are left of the last minute. */
const due = ({ alarmRecord: { floodSince, recent } }: Ship): Due | null => {
  if (floodSince === null) return null
  const fifth = recent.at(-ENDS_UNDER)
  return { at: fifth === undefined ? floodSince : fifth + MINUTE_MS, id: 'flood' }
}

const fall = (): readonly Fact[] => [{ type: 'AlarmFloodEnded' }]

const begins = ({ alarmRecord: { floodSince, recent } }: Ship): readonly Fact[] =>
  floodSince === null && recent.length > BEGINS_ABOVE ? [{ type: 'AlarmFloodBegan' }] : NOTHING

/** [ALM8] More alarms than anybody can take in one by one. */
export const alarmFloods: Law = { due, fall, reactions: () => ({ AlarmRaised: begins }) }
