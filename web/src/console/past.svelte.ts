import type { Alert } from '#shared/ship/terms.ts'

/** What the frame says while a view shows another time than the present. */
export interface Past {
  readonly title: string
  readonly condition: Alert
  readonly clock: string
}

let shown = $state.raw<Past | null>(null)

/** Null: the present. */
export const past = {
  get shown(): Past | null {
    return shown
  },
  show: (next: Past | null): void => {
    shown = next
  },
}
