import { isRole } from '#shared/protocol/rights.ts'
import type { Role } from '#shared/ship/events.ts'

/** Who sits at this screen. Kept for the tab only, so that two tabs can be two people. */
export interface Identity {
  readonly role: Role
  readonly name: string
}

const KEY = 'bulkhead.identity'
const NEWCOMER: Identity = { role: 'instructor', name: '' }

export const readIdentity = (store: Storage): Identity => {
  const [role = '', name = ''] = store.getItem(KEY)?.split('\n') ?? []
  return isRole(role) ? { role, name } : NEWCOMER
}

export const keepIdentity = (store: Storage, { role, name }: Identity): void => store.setItem(KEY, `${role}\n${name}`)
