import type { Alert } from '#shared/ship/terms.ts'
import type { KeyGroup } from '../ui/props.ts'

/** What the frame says while a view shows another time than the present. */
export interface Past {
  readonly title: string
  readonly condition: Alert
  readonly clock: string
  /** What the keys do there, for the help. */
  readonly keys: readonly KeyGroup[]
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
