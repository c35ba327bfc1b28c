import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { diceFor } from '#shared/dice.ts'
import { faultsIn, toldIn } from './acknowledged.ts'
import { Disk } from './disk.ts'
import { type DiskCall, readDiskRecord } from './diskRecord.ts'
import { MEMORY } from './memory.ts'

/** More faults say no more than these. */
const FAULTS_TOLD = 5

export interface Cuts {
  /** The folder in which the store worked, and what was recorded of it. */
  readonly folder: string
  readonly record: string
  readonly images: number
  readonly seed: number
}

export interface CutOutcome {
  readonly images: number
  /** Images of which something acknowledged was missing, or that were not whole. */
  readonly wrong: number
  readonly faults: readonly string[]
  readonly acknowledged: number
}

/** Cuts the power at so many instants of a recorded run, and opens what is left each time. */
export const cutPower = ({ folder, record, images, seed }: Cuts): CutOutcome => {
  const calls = readDiskRecord(record)
  const dice = diceFor(seed, 'power cuts', images)
  const instants = Array.from({ length: images }, () => dice.whole(1, calls.length)).sort((a, b) => a - b)
  const disk = new Disk((path) => path === folder)
  const acknowledged: string[] = []
  const faults: string[] = []
  let wrong = 0
  let done = 0
  for (const instant of instants) {
    for (; done < instant; done++) acknowledged.push(...applied(disk, calls[done]))
    const found = faultsAfterCut(disk.image(dice), acknowledged)
    if (found.length === 0) continue
    wrong++
    if (faults.length < FAULTS_TOLD) faults.push(`seed ${seed}, call ${instant}: ${found[0]}`)
  }
  return { images, wrong, faults, acknowledged: acknowledged.length }
}

/** Which commands were acknowledged by that call. */
const applied = (disk: Disk, call: DiskCall | undefined): readonly string[] => {
  if (!call) return []
  disk.apply(call)
  return call.call === 'tell' ? toldIn(call.text).map(({ id }) => id) : []
}

const faultsAfterCut = (image: ReadonlyMap<string, Buffer>, acknowledged: readonly string[]): readonly string[] => {
  const folder = mkdtempSync(join(MEMORY, 'bulkhead-cut-'))
  try {
    for (const [path, content] of image) writeFileSync(join(folder, basename(path)), content)
    return faultsIn(folder, acknowledged)
  } catch (error) {
    return [`it does not open: ${String(error)}`]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
