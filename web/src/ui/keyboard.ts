import { preferences } from './preferences.svelte.ts'

/** The keystroke belongs to a field the reader is writing in, not to the screen. */
export const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range])'))

/** A plain key, for the shortcuts of a screen: nothing held, nobody typing, no dialog in the way, letters not turned off. */
export const isShortcut = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  (preferences.letterKeys || event.key.length > 1) &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !isTyping(event) &&
  document.querySelector('dialog[open]') === null
