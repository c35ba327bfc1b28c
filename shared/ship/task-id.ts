/** A task is not stored: its id says what in the ship it is about (`breach:B3`, `system:impulse`, `casualty:C7`). */
export type TaskKind = 'breach' | 'system' | 'passage' | 'casualty' | 'fire' | 'leak' | 'casualty-power' | 'place'

const KINDS: ReadonlySet<string> = new Set<TaskKind>([
  'breach',
  'system',
  'passage',
  'casualty',
  'fire',
  'leak',
  'casualty-power',
  'place',
])

export const taskId = (kind: TaskKind, id: string): string => `${kind}:${id}`

export const isTaskId = (task: string): boolean => KINDS.has(task.slice(0, task.indexOf(':')))

export const targetOf = (task: string): { readonly kind: TaskKind; readonly id: string } => {
  const colon = task.indexOf(':')
  return { kind: task.slice(0, colon) as TaskKind, id: task.slice(colon + 1) }
}
