import { describe } from '#shared/ship/describe.ts'
import type { RecordedEvent } from '#shared/ship/events.ts'
import type { Plan } from '#shared/ship/plan.ts'
import { plural } from '../panels/format.ts'
import { alarm, announce } from '../ui/announcer.svelte.ts'

/** More critical alarms at once than this are counted instead of read out. */
const READ_OUT_MOST = 3

/** Says aloud what can't wait (a new condition, critical alarms), politely how many other alarms there are. */
export const tellNews = (plan: Plan, events: readonly RecordedEvent[]): void => {
  const raised = events.filter((event) => event.type === 'AlarmRaised')
  const critical = raised.filter(({ priority }) => priority === 'critical')
  const others = raised.length - critical.length
  for (const event of events) if (event.type === 'AlertSet') alarm(describe(plan, event))
  if (critical.length > READ_OUT_MOST) alarm(plural(critical.length, 'new critical alarm'))
  else for (const event of critical) alarm(describe(plan, event))
  if (others > 0) announce(plural(others, 'new alarm'))
}
