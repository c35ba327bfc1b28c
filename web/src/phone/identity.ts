import { isRole } from '#shared/protocol/rights.ts'
import type { Crew } from '#shared/ship/plan.ts'
import type { Identity } from '../link/identity.ts'

/** The skill that the core asks of whoever sees to casualties. */
const MEDICAL_SKILL = 'medical'

/** Until the ship, and with her the crew's name, is known. */
export const UNNAMED: Identity = { role: 'operations', name: '' }

/** A team leader speaks for the crew, in the role that its skills suggest. */
export const identityOf = ({ name, skills }: Crew): Identity => ({
  role: skills.includes(MEDICAL_SKILL) ? 'medical' : 'operations',
  name,
})

const keyOf = (ship: string, crew: string): string => `bulkhead.phone.${ship}.${crew}`

/** Kept for good: a phone drops pages that nobody looks at, and must come back as whom it was. */
export const readPhone = (store: Storage | null, ship: string, crew: string): Identity => {
  const [role = '', name = ''] = store?.getItem(keyOf(ship, crew))?.split('\n') ?? []
  return isRole(role) ? { role, name } : UNNAMED
}

export const keepPhone = (store: Storage | null, ship: string, crew: string, { role, name }: Identity): void => {
  try {
    store?.setItem(keyOf(ship, crew), `${role}\n${name}`)
  } catch {
    // A browser that keeps nothing: it holds until the page is left.
  }
}

/** Null where the browser lets no page keep anything. */
export const browserStore = (): Storage | null => {
  try {
    return localStorage
  } catch {
    return null
  }
}

export const lettersKey = (ship: string, crew: string): string => `bulkhead.reports.${ship}.${crew}`
