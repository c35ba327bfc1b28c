import { alarm } from '../ui/announcer.svelte.ts'

/** Two long pulses, ms. A browser allows them once its page was touched. */
const PULSES_MS = [400, 200, 400]

/** Where a device can, and its browser lets a page that was touched. Older ones know neither of the two. */
const vibrate = (): void => {
  const able: Partial<Navigator> = navigator
  if (able.userActivation?.hasBeenActive) able.vibrate?.(PULSES_MS)
}

/** Says by every means a page has that the crew has another job. */
export class JobBell {
  /** What is new, in words, until somebody has taken note of it. */
  news = $state<string | null>(null)
  #last: string | null | undefined

  /**
   * The job as it is now, and what to say if it is another one than before. The first one told is no news, whoever opens
   * the page reads it; nor is the end of a job that the crew itself has reported done.
   */
  heed(task: string | null, words: string, isOwnDoing: (ended: string) => boolean): void {
    const last = this.#last
    this.#last = task
    if (last === undefined || task === last) return
    if (task === null && last !== null && isOwnDoing(last)) return this.taken()
    this.news = words
    alarm(words)
    vibrate()
  }

  taken = (): void => {
    this.news = null
  }
}
