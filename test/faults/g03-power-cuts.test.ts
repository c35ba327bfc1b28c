import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folders.ts'
import { report, sized } from './support/goal.ts'
import { inLanes } from './support/lanes.ts'
import { inThread } from './support/inThread.ts'
import type { CutOutcome, Cuts } from './support/powerCuts.ts'
import { recordStore, STRACE, type StoreRun } from './support/strace.ts'

const IMAGES = sized({ ci: 5_000, release: 100_000 })
const IMAGES_A_RUN = sized({ ci: 625, release: 2_500 })
/** Enough to see that it can lose. */
const CONTROL_IMAGES = 250
/** An image takes some ms; on a machine that is busy with other things, much more. */
const SLOW_MACHINE = { timeout: sized({ ci: 600_000, release: 7_200_000 }) }

/** Runs of several lengths, each closed and opened again now and then, for opening and closing write as well. */
const runOf = (number: number): Omit<StoreRun, 'folder'> => ({
  sessions: 1 + (number % 4),
  batches: 6 + 3 * (number % 5),
})

const cut = async (images: number, seed: number, writing: 'threaded' | 'relaxed'): Promise<CutOutcome> => {
  const folder = temporaryFolder()
  const record = join(temporaryFolder(), 'record')
  await recordStore({ folder, ...runOf(seed), writing }, record)
  const cuts: Cuts = { folder, record, images, seed }
  return inThread<CutOutcome>(new URL('support/cutWorker.ts', import.meta.url), cuts)
}

const count = (outcomes: readonly CutOutcome[], of: 'images' | 'wrong' | 'acknowledged'): number =>
  outcomes.reduce((sum, outcome) => sum + outcome[of], 0)

test.skipIf(!STRACE)(
  `what was acknowledged is on ${IMAGES} images of disks after a power cut`,
  SLOW_MACHINE,
  async () => {
    const startedMs = performance.now()
    const cuts = await inLanes(IMAGES / IMAGES_A_RUN, (number) => cut(IMAGES_A_RUN, number, 'threaded'))
    const control = await cut(CONTROL_IMAGES, 1, 'relaxed')
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(0)

    for (const fault of cuts.flatMap(({ faults }) => faults).slice(0, 5)) console.log(fault)
    // Without a sync at every commit the same model, by the same checks, must find losses: else it could find none.
    expect(control.faults[0]).toContain('is lost')
    report({
      ...{ goal: 'G3', name: 'power cuts', target: `${IMAGES} images, 0 with a loss or damage; NORMAL must lose` },
      value: `${count(cuts, 'images')} images, ${count(cuts, 'wrong')} wrong, ${count(cuts, 'acknowledged')} acknowledged; NORMAL: ${control.wrong} of ${control.images} lost; ${seconds} s`,
      pass: count(cuts, 'wrong') === 0 && control.wrong > 0,
    })
  },
)
