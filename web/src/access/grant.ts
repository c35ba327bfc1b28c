import type { InviteAsk } from '#shared/protocol/access.ts'
import type { NamedShip } from './words.ts'

/** As whom somebody or some program is to come in, and to which ship. */
export type Grant = Pick<InviteAsk, 'role' | 'ship'>

/** What a form for it has to know of who fills it in. */
export interface GrantProps {
  readonly ships: readonly NamedShip[]
  /** The one ship one may let others in to; null: all of them. */
  readonly scope: string | null
  /** Why nothing can be made now; null: it can. */
  readonly whyNot: string | null
  /** It is being made. */
  readonly busy: boolean
}
