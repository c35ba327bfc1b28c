/** How a page is shown, beyond what is on it. Set on the root, where the tokens read it. */

/** For a projector: everything larger. */
export const setWall = (on: boolean): void => {
  document.documentElement.toggleAttribute('data-wall', on)
}

/** Nothing moves or blinks, whatever the system says. */
export const setCalm = (on: boolean): void => {
  document.documentElement.toggleAttribute('data-calm', on)
}
