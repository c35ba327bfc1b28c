import type { Ship } from '../ship/state.ts'
import type { Gauge } from './gauge.ts'
import type { ResponseCase } from './response-cases.ts'
import { isRestoring } from './restored.ts'

/** An alarm that waits for its acknowledgement: since when, and whether its condition is gone meanwhile. */
interface Waiting {
  readonly sinceMs: number
  readonly returned: boolean
}

/** [REV10] How long alarms waited to be acknowledged; those that waited at the opening count from there. */
export const alarmAnswers = (start: Ship, fromMs: number): Gauge<readonly ResponseCase[]> => {
  const waiting = new Map<string, Waiting>()
  const answered: ResponseCase[] = []
  for (const { id, state } of Object.values(start.alarms))
    if (state !== 'acknowledged') waiting.set(id, { sinceMs: fromMs, returned: state === 'returned' })
  return {
    take: (event) => {
      const { at } = event
      if (isRestoring(event)) waiting.clear()
      switch (event.type) {
        case 'AlarmRaised':
          if (waiting.get(event.alarm)?.returned !== false) waiting.set(event.alarm, { sinceMs: at, returned: false })
          break
        case 'AlarmReturned': {
          const alarm = waiting.get(event.alarm)
          if (alarm) waiting.set(event.alarm, { ...alarm, returned: true })
          break
        }
        case 'AlarmAcknowledged': {
          const alarm = waiting.get(event.alarm)
          if (alarm) answered.push({ fromMs: alarm.sinceMs, toMs: at, waits: false })
          waiting.delete(event.alarm)
          break
        }
        default:
      }
    },
    read: () => [
      ...answered,
      ...[...waiting.values()].map(({ sinceMs }) => ({ fromMs: sinceMs, toMs: null, waits: true })),
    ],
  }
}
