const VARIABLE = 'BULKHEAD_BENCH_SYNC_MS'

/** The thread that writes, on a disk of its own that takes so long for a sync. It is told when it begins. */
export const slowThread = (syncMs: number): URL => {
  process.env[VARIABLE] = String(syncMs)
  return new URL('./slowWritingThread.ts', import.meta.url)
}

/** In that thread: how long a sync takes. */
export const toldSyncMs = (): number => Number(process.env[VARIABLE])

/** Stands still, the whole thread, for as long as a slow disk takes. */
export const waitForDisk = (syncMs: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, syncMs)
}
