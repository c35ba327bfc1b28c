import type { Page } from 'playwright-core'

/** How long the frames of a page took, ms. */
export interface FrameTimes {
  readonly count: number
  readonly p50: number
  readonly p99: number
  readonly worst: number
}

/** Makes the page's processor so many times slower. */
export const slowDown = async (page: Page, times: number): Promise<void> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: times })
}

/** Measures from one picture to the next until it is asked for the result. */
export const watchFrames = async (page: Page): Promise<() => Promise<FrameTimes>> => {
  await page.evaluate(() => {
    const frames: number[] = []
    Object.assign(window, { frames })
    let last = performance.now()
    const tick = (now: number): void => {
      frames.push(now - last)
      last = now
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  return async () => {
    const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames)
    const sorted = frames.slice(1).toSorted((a, b) => a - b)
    const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
    return { count: sorted.length, p50: at(0.5), p99: at(0.99), worst: at(1) }
  }
}
