import { nextAt, previousAt } from '../ui/instants.ts'
import type { JumpAction } from './keys.ts'
import type { Moments } from './moments.svelte.ts'
import type { Recording } from './recording.ts'

/** Where an action leads from an instant, mission ms; null: nowhere. */
export const goalOf = (action: JumpAction, at: number, recording: Recording, moments: Moments): number | null => {
  const { events, fromMs, toMs } = recording
  switch (action.do) {
    case 'nextEvent':
      return nextAt(events, at)
    case 'previousEvent':
      return previousAt(events, at)
    case 'nextMark':
      return moments.next(at)
    case 'previousMark':
      return moments.previous(at)
    case 'nextHit':
      return moments.nextTurningPoint(at)
    case 'previousHit':
      return moments.previousTurningPoint(at)
    case 'nextBookmark':
      return moments.nextNote(at)
    case 'skip':
      return at + action.seconds * 1000
    case 'tenth':
      return fromMs + ((toMs - fromMs) * action.tenth) / 10
    case 'toStart':
      return fromMs
    case 'toEnd':
      return toMs
  }
}
