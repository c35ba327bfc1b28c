/** What this reader wants of every page. Kept in the browser, where it lets us. */
interface Preferences {
  /** Nothing moves or blinks, whatever the system says. */
  calm: boolean
  /** Single keys give orders. Off for whoever speaks to the computer or hits keys by chance (WCAG 2.1.4). */
  letterKeys: boolean
  /** Alarms are heard. A page makes no noise that nobody asked for. */
  sound: boolean
}

const KEY = 'bulkhead.preferences'
const DEFAULTS: Preferences = { calm: false, letterKeys: true, sound: false }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const read = (): Preferences => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (!isRecord(kept)) return DEFAULTS
    return { calm: kept.calm === true, letterKeys: kept.letterKeys !== false, sound: kept.sound === true }
  } catch {
    return DEFAULTS
  }
}

export const preferences = $state(read())

/** Sets one, for good. */
export const prefer = (name: keyof Preferences, wanted: boolean): void => {
  preferences[name] = wanted
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences))
  } catch {
    // A browser that keeps nothing: the wish holds until the page is left.
  }
}
