import type { Problem } from '#shared/protocol/sockets.ts'

const PIN_DIGITS = 6

/** What a visitor has in hand: an invitation's link, or what was typed as a PIN. */
export type Ticket = { readonly token: string } | { readonly pin: string }

/** The digits of what was typed or pasted: "123 456" is as good as "123456". */
export const digitsOf = (typed: string): string => typed.replace(/\D/g, '').slice(0, PIN_DIGITS)

export type DoorField = 'pin' | 'name'

/** Why one is not in yet, and what to do about it. */
export interface Said {
  readonly title: string
  readonly detail?: string
  /** What has to be filled in otherwise; absent: nothing would help. */
  readonly field?: DoorField
}

/** What is still to be filled in; null: nothing. */
export const stillMissing = (name: string, ticket: Ticket): Said | null => {
  if ('pin' in ticket && ticket.pin.length !== PIN_DIGITS)
    return { title: `A PIN has ${PIN_DIGITS} digits`, field: 'pin' }
  return name.trim() === '' ? { title: 'Say your name', field: 'name' } : null
}

/** Why one was not let in, and what to do about it. */
export const refusalInWords = ({ code, detail }: Problem, ticket: Ticket): Said => {
  switch (code) {
    case 'InviteUnusable':
      return 'pin' in ticket
        ? {
            title: 'That PIN does not work',
            detail: 'Read it again; after five tries wait a minute. It may also have run out: ask for a new one.',
            field: 'pin',
          }
        : {
            title: 'This invitation can’t be used',
            detail:
              'It has been used up, has run out or was withdrawn. Ask the instructor for a new one, or for a PIN.',
          }
    case 'Busy':
      return { title: 'Too many attempts', detail: 'For a moment nobody’s are looked at, so that nobody can guess.' }
    case 'Unreachable':
      return { title: 'The server can’t be reached', detail }
    default:
      return { title: 'You could not be let in', detail }
  }
}

/** How long nothing is to be tried again, ms. */
export const pauseMsOf = ({ code, retryAfterMs }: Problem): number =>
  code === 'Busy' && typeof retryAfterMs === 'number' ? retryAfterMs : 0
