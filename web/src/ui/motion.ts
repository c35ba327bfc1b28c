/** The reader wants nothing to move: asked of the system, or of the calm switch. */
const isStill = (): boolean =>
  'calm' in document.documentElement.dataset || matchMedia('(prefers-reduced-motion: reduce)').matches

/** A stretch of time in which a bar fills, in ms of a clock that runs at `rate`. */
export interface Stretch {
  readonly startMs: number
  readonly endMs: number
  readonly nowMs: number
  readonly rate: number
}

/** How much of the stretch is over, 0 to 1. */
export const shareOver = ({ startMs, endMs, nowMs }: Omit<Stretch, 'rate'>): number =>
  endMs <= startMs ? 1 : Math.min(1, Math.max(0, (nowMs - startMs) / (endMs - startMs)))

/** Beyond this a running bar is put right: somebody moved through time, or the clock was corrected. */
const DRIFT_MS = 1_500

/**
 * Lets an element grow from left to right along the stretch, and gives the animation back while it runs.
 * Only a bar that moves has an animation; one that is paused, done, or wanted still is drawn by its style alone.
 */
export const glide = (element: HTMLElement, running: Animation | null, stretch: Stretch): Animation | null => {
  const { startMs, endMs, nowMs, rate } = stretch
  if (rate <= 0 || nowMs < startMs || nowMs >= endMs || isStill()) {
    running?.cancel()
    return null
  }
  const timing = { duration: endMs - startMs }
  const animation = running ?? element.animate([{ transform: 'scaleX(0)' }, { transform: 'scaleX(1)' }], timing)
  animation.effect?.updateTiming(timing)
  animation.playbackRate = rate
  const at = nowMs - startMs
  const shown = Number(animation.currentTime ?? 0)
  if (!running || Math.abs(shown - at) > DRIFT_MS * rate) animation.currentTime = at
  return animation
}
