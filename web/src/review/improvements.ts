import type { Improvement } from '#shared/review/parts/assessment.ts'
import type { ImprovementStatus, Order } from '#shared/ship/commands.ts'

export const STATUS: Readonly<Record<ImprovementStatus, string>> = { open: 'Open', done: 'Done', dropped: 'Dropped' }

/** What can be done with an improvement, by how it stands. */
export const STEPS: Readonly<
  Record<ImprovementStatus, readonly { readonly label: string; readonly to: ImprovementStatus }[]>
> = {
  open: [
    { label: 'Done', to: 'done' },
    { label: 'Drop', to: 'dropped' },
  ],
  done: [{ label: 'Reopen', to: 'open' }],
  dropped: [{ label: 'Reopen', to: 'open' }],
}

type Said = Partial<Pick<Improvement, 'text' | 'owner' | 'status'>>

/** The order that records it so. Recorded as it is now, it takes back what is recorded next. */
export const recordOf = (
  incident: string,
  { improvement, text, owner, status }: Omit<Improvement, 'by'>,
  said: Said = {},
): Order => ({ type: 'RecordImprovement', incident, improvement, text, owner, status, ...said })
