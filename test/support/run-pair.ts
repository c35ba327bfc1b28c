import type { RecordingFile } from '#shared/recording-file/recording-file.ts'
import type { Page } from 'playwright-core'
import { fileOfRun, sendingFrom } from './run-file.ts'

const SCENARIO = 'voyager-attack-3'
const SEED = 17
const LATE_MS = 180_000

/** The same attack twice: crews sent at once, and not before three minutes after the first hit. */
export const runPair = (): { readonly atOnce: RecordingFile; readonly late: RecordingFile } => {
  const atOnce = fileOfRun(SCENARIO, 'Crews sent at once', SEED, sendingFrom(0))
  const firstHit = atOnce.events.find(({ type }) => type === 'HitInflicted')?.at ?? 0
  return { atOnce, late: fileOfRun(SCENARIO, 'Crews sent late', SEED, sendingFrom(firstHit + LATE_MS)) }
}

/** Opens a file on the replay's page, as a person does by its button. */
export const openFile = async (page: Page, name: string, content: string): Promise<void> => {
  const list = page.locator('details', { hasText: 'Recorded incidents' })
  if (!(await list.evaluate((details: HTMLDetailsElement) => details.open))) await list.locator('summary').click()
  await page
    .getByLabel('File of a recording')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
}

/** Both runs, opened as files and set side by side. */
export const openPair = async (page: Page, { atOnce, late }: ReturnType<typeof runPair>): Promise<void> => {
  await openFile(page, 'late.json', JSON.stringify(late))
  await page.waitForURL(/\/replay\/~/)
  await page.getByRole('slider', { name: 'Mission time' }).waitFor()
  await openFile(page, 'at-once.json', JSON.stringify(atOnce))
  await page.waitForURL(/\/replay\/~.*~2/)
  await page.getByRole('link', { name: 'Compare: Crews sent late' }).click()
  await page.getByRole('region', { name: 'Comparison' }).waitFor()
}
