export const SYNC_MS = 10

/** Stands still, the whole thread, for as long as a slow disk takes. */
export const waitForDisk = (): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SYNC_MS)
}
