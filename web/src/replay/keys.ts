import type { Direction } from './travel.ts'

/** To another instant. */
export type JumpAction =
  | { readonly do: 'nextEvent' | 'previousEvent' | 'nextMark' | 'previousMark' | 'nextHit' | 'previousHit' }
  | { readonly do: 'toStart' | 'toEnd' | 'nextBookmark' }
  | { readonly do: 'skip'; readonly seconds: number }
  | { readonly do: 'tenth'; readonly tenth: number }

/** How it goes on from where one is. */
export type PaceAction =
  | { readonly do: 'toggle' | 'faster' | 'slower' | 'skipQuiet' }
  | { readonly do: 'loopIn' | 'loopOut' | 'loopClear' | 'loopToggle' }
  | { readonly do: 'shuttle' | 'shuttleSlowly'; readonly direction: Direction }

/** What the track does: which part of the recording it shows. */
export interface TrackAction {
  readonly do: 'zoomIn' | 'zoomOut' | 'panLeft' | 'panRight' | 'fit'
}

/** What needs an answer first: which note, which time. */
export interface AskAction {
  readonly do: 'bookmark' | 'goTo'
}

/** What the keys of the replay ask for. */
export type Action = JumpAction | PaceAction | TrackAction | AskAction

export interface Keystroke {
  readonly key: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

const KEYS: Readonly<Record<string, Action>> = {
  ' ': { do: 'toggle' },
  k: { do: 'toggle' },
  ',': { do: 'previousMark' },
  '.': { do: 'nextMark' },
  ';': { do: 'previousHit' },
  "'": { do: 'nextHit' },
  '<': { do: 'slower' },
  '>': { do: 'faster' },
  '[': { do: 'loopIn' },
  ']': { do: 'loopOut' },
  '\\': { do: 'loopClear' },
  o: { do: 'loopToggle' },
  b: { do: 'bookmark' },
  n: { do: 'nextBookmark' },
  w: { do: 'zoomIn' },
  s: { do: 'zoomOut' },
  a: { do: 'panLeft' },
  d: { do: 'panRight' },
  f: { do: 'fit' },
  g: { do: 'goTo' },
  x: { do: 'skipQuiet' },
  Home: { do: 'toStart' },
  End: { do: 'toEnd' },
}

const SKIP_S = 5
const SKIP_FAR_S = 30

/** What a keystroke asks for; null: nothing. */
export const actionOf = ({ key, shiftKey, altKey, ctrlKey, metaKey }: Keystroke): Action | null => {
  if (ctrlKey || metaKey) return null
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const forward = key === 'ArrowRight'
    if (altKey) return { do: forward ? 'nextEvent' : 'previousEvent' }
    return { do: 'skip', seconds: (forward ? 1 : -1) * (shiftKey ? SKIP_FAR_S : SKIP_S) }
  }
  if (altKey) return null
  if (/^\d$/.test(key)) return { do: 'tenth', tenth: Number(key) }
  const plain = key.length === 1 ? key.toLowerCase() : key
  if (plain === 'l' || plain === 'j')
    return { do: shiftKey ? 'shuttleSlowly' : 'shuttle', direction: plain === 'l' ? 1 : -1 }
  return KEYS[plain] ?? null
}
