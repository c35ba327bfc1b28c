import type { RecordedEvent } from '../ship/events.ts'
import { idOf, recordOf } from '../ship/known.ts'
import type { Plan } from '../ship/plan.ts'
import { known } from '../ship/records.ts'
import type { Concealable } from '../ship/state.ts'
import { taskId } from '../ship/task-id.ts'
import type { Hazard } from './hazard-course.ts'
import type { HazardKind } from './parts/hazards.ts'

/** What an event begins, if it does not stand already; null: nothing. [REV4] */
export const begunBy = (plan: Plan, event: RecordedEvent): Hazard | null => {
  switch (event.type) {
    case 'BreachOpened':
      return { kind: 'breach', target: event.breach, compartment: event.compartment }
    case 'FireStarted':
      return { kind: 'fire', target: event.compartment, compartment: event.compartment }
    case 'LeakStarted':
      return { kind: 'leak', target: event.system, compartment: event.compartment }
    case 'PassageJammed': {
      const { between } = known(plan.passages.get(event.passage), event.passage)
      return { kind: 'passage', target: event.passage, compartment: between[0] }
    }
    case 'SystemDamaged': {
      const { compartment } = known(plan.systems.get(event.system), event.system)
      return { kind: 'system', target: event.system, compartment }
    }
    default:
      return null
  }
}

/** The task that nobody can do any more from this event on, as the core is gone; null: none. [REV4] */
export const lostBy = ({ file }: Plan, { type }: RecordedEvent): string | null =>
  file.core && (type === 'CoreEjected' || type === 'CoreLost') ? taskId('system', file.core.system) : null

/** The task that an event has restored; null: none. [REV4] */
export const restoredBy = (event: RecordedEvent): string | null => {
  switch (event.type) {
    case 'BreachSealed':
      return taskId('breach', event.breach)
    case 'FireOut':
      return taskId('fire', event.compartment)
    case 'LeakStopped':
      return taskId('leak', event.system)
    case 'PassageFreed':
      return taskId('passage', event.passage)
    case 'SystemHealthReached':
      return event.percent >= 100 ? taskId('system', event.system) : null
    default:
      return null
  }
}

const KIND_OF: Readonly<Partial<Record<Concealable, HazardKind>>> = {
  breaches: 'breach',
  fires: 'fire',
  leaks: 'leak',
  passages: 'passage',
  systems: 'system',
}

/** The tasks that an event brings to light, or shows to be done. [REV5] */
export const revealedBy = (event: RecordedEvent): readonly string[] =>
  event.type !== 'PlaceRevealed'
    ? NONE
    : event.reveals.flatMap(({ key }) => {
        const kind = KIND_OF[recordOf(key)]
        return kind ? [taskId(kind, idOf(key))] : NONE
      })

const NONE: readonly string[] = []
