import { announce } from './announcer.svelte.ts'

/** How long an order can be taken back. */
const SHOWN_MS = 5_000

export interface Toast {
  readonly id: number
  readonly text: string
  /** Takes back what it tells of. */
  readonly undo: (() => void) | null
}

let lastId = 0
let shown = $state.raw<readonly Toast[]>([])
const timers: Record<number, ReturnType<typeof setTimeout>> = {}

export const toasts = {
  get shown() {
    return shown
  },
}

/** Says that something was done, aloud too, and for five seconds offers to take it back. */
export const toast = (text: string, undo: (() => void) | null = null): void => {
  const id = ++lastId
  shown = [...shown.slice(-2), { id, text, undo }]
  announce(text)
  release(id)
}

const dismiss = (id: number): void => {
  hold(id)
  shown = shown.filter((one) => one.id !== id)
}

/** Somebody reads it or is about to press: it stays. */
export const hold = (id: number): void => {
  clearTimeout(timers[id])
  delete timers[id]
}

export const release = (id: number): void => {
  hold(id)
  timers[id] = setTimeout(() => dismiss(id), SHOWN_MS)
}

export const undo = (one: Toast): void => {
  one.undo?.()
  dismiss(one.id)
}

/** Takes back the latest; false where there is nothing to take back. */
export const undoLatest = (): boolean => {
  const latest = shown.findLast((one) => one.undo !== null)
  if (latest) undo(latest)
  return latest !== undefined
}
