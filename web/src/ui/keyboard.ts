/** The keystroke belongs to a field the reader is writing in, not to the screen. */
export const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range])'))

/** A plain key, for the one-letter shortcuts of a screen: nothing held, nobody typing, no dialog in the way. */
export const isShortcut = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !isTyping(event) &&
  document.querySelector('dialog[open]') === null
