import { untrack } from 'svelte'

/** Nothing is put off longer than this, however busy the page is, ms. */
const LATEST_MS = 300

/**
 * A value that follows another once the page has nothing more urgent to draw, and soon in any case. What is given it is
 * drawn in a frame of its own, so that news comes in two short frames instead of a long one.
 */
export const following = <Value>(read: () => Value): { readonly value: Value } => {
  let shown = $state.raw(untrack(read))
  let latest = shown
  let asked = false
  const follow = (): void => {
    asked = false
    shown = latest
  }
  $effect(() => {
    latest = read()
    if (asked) return
    asked = true
    if ('requestIdleCallback' in window) requestIdleCallback(follow, { timeout: LATEST_MS })
    else setTimeout(follow)
  })
  return {
    get value() {
      return shown
    },
  }
}
