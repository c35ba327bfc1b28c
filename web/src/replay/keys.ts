/** What the keys of the replay ask for. */
export type Action =
  | { readonly do: 'toggle' | 'nextEvent' | 'previousEvent' | 'nextHit' | 'previousHit' | 'faster' | 'slower' }
  | { readonly do: 'toStart' | 'toEnd' }
  | { readonly do: 'shuttle'; readonly direction: 1 | -1 }
  | { readonly do: 'skip'; readonly seconds: number }
  | { readonly do: 'tenth'; readonly tenth: number }

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
  l: { do: 'shuttle', direction: 1 },
  j: { do: 'shuttle', direction: -1 },
  ',': { do: 'previousEvent' },
  '.': { do: 'nextEvent' },
  ';': { do: 'previousHit' },
  "'": { do: 'nextHit' },
  '<': { do: 'slower' },
  '>': { do: 'faster' },
  Home: { do: 'toStart' },
  End: { do: 'toEnd' },
}

const SKIP_S = 5
const SKIP_FAR_S = 30

/** What a keystroke asks the player for; null: nothing. */
export const actionOf = ({ key, shiftKey, altKey, ctrlKey, metaKey }: Keystroke): Action | null => {
  if (ctrlKey || metaKey) return null
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const forward = key === 'ArrowRight'
    if (altKey) return { do: forward ? 'nextEvent' : 'previousEvent' }
    return { do: 'skip', seconds: (forward ? 1 : -1) * (shiftKey ? SKIP_FAR_S : SKIP_S) }
  }
  if (altKey) return null
  if (/^\d$/.test(key)) return { do: 'tenth', tenth: Number(key) }
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null
}
