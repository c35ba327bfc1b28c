import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import { plannedOf } from '#shared/review/planned.ts'
import { newShip } from '#shared/ship/state.ts'
import { expect, test } from 'vitest'
import { longRecording, plan } from '../bench/attack.ts'
import { LONG, sourceOf } from '../bench/longRecording.ts'
import { quantile } from '../bench/measure.ts'
import { temporaryFolder } from '../support/folders.ts'
import { inBrowser, openPage, startedProduct } from '../support/in-browser.ts'

const SEEKS = 200

const file = (): RecordingFile => {
  const events = longRecording(LONG)
  const untilMs = events.at(-1)?.at ?? 0
  const { id } = plan.file
  return {
    schema: 'bulkhead/recording@1',
    incident: {
      ...{ id: `${id}-1`, ship: id, kind: 'attack', name: 'Many attacks as one', imported: false },
      ...{ openedSeq: 1, openedAt: 0, openedWall: '2026-11-22T12:00:00.000Z', closedSeq: LONG, closedAt: untilMs },
    },
    ...{ sight: 'truth', untilMs, planned: plannedOf(newShip(plan), 'all') },
    ...sourceOf(events),
  }
}

inBrowser('a long recording', () => {
  const product = startedProduct()

  test('opens, and is there at any of its moments', { timeout: 180_000 }, async () => {
    const path = join(temporaryFolder(), 'long.json')
    writeFileSync(path, JSON.stringify(file()))
    const page = await openPage(product, '/replay/none')
    await page.getByText('Recorded incidents').click()
    const input = page.getByLabel('File of a recording')
    const slider = page.getByRole('slider', { name: 'Mission time' })
    const startedMs = performance.now()
    await input.setInputFiles(path)
    await slider.waitFor({ timeout: 120_000 })
    const openedMs = performance.now() - startedMs

    // From the slider's word to the frame after the one it is drawn in.
    const ms = await slider.evaluate(async (element: HTMLInputElement, seeks) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
      const taken: number[] = []
      const [least, most] = [Number(element.min), Number(element.max)]
      for (let i = 0; i < seeks; i++) {
        await new Promise((resolve) => setTimeout(resolve, 40))
        element.value = String(least + Math.random() * (most - least))
        const askedMs = performance.now()
        element.dispatchEvent(new Event('input', { bubbles: true }))
        await new Promise<void>((resolve) => queueMicrotask(resolve))
        taken.push(performance.now() - askedMs)
        await frame()
      }
      return taken
    }, SEEKS)
    const told = [0.5, 0.99, 1].map((share) => quantile(ms, share).toFixed(1)).join(' / ')
    console.info(
      `${LONG} events: playable ${(openedMs / 1000).toFixed(1)} s after the file was chosen, read and checked included; ` +
        `${SEEKS} seeks by the slider, drawn: p50 / p99 / worst ${told} ms`,
    )
    await page.keyboard.press('End')
    await expect.poll(async () => Number(await slider.inputValue())).toBe(Number(await slider.getAttribute('max')))
  })
})
