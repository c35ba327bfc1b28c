import { taskId } from '#shared/ship/task-id.ts'
import type { ReadinessItemView } from '#shared/ship/views/readiness.ts'

/** A word and a sign for how something stands; colour alone says nothing. */
export const READINESS_STATE: Readonly<
  Record<ReadinessItemView['state'], { readonly word: string; readonly mark: string }>
> = {
  met: { word: 'Ready', mark: '●' },
  coming: { word: 'In', mark: '◐' },
  open: { word: 'Open', mark: '○' },
  blocked: { word: 'Blocked', mark: '✕' },
}

/** Whether a task is about a passage that is jammed, and so can't be sealed by order. */
export const isJammedTask = (task: string, passage: string): boolean => task === taskId('passage', passage)
