import type { Answer, Problem } from '#shared/protocol/sockets.ts'
import { session } from './session.svelte.ts'

const UNREACHABLE: Problem = {
  code: 'Unreachable',
  detail: 'The server does not answer. Look whether this device still has its network.',
}

/** Asks the server for a change that is no order to a ship. There is always an answer, if only that there is no server. */
export const change = async <Body>(
  method: 'POST' | 'DELETE',
  path: string,
  body?: object,
): Promise<Answer<{ readonly body: Body }>> => {
  const sent = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  try {
    const response = await fetch(`/api/v1${path}`, { method, ...sent })
    const told = parsed(await response.text())
    if (response.ok) return { ok: true, body: told as Body }
    const error = isProblem(told) ? told : { code: 'Failed', detail: `The server answered ${response.status}.` }
    if (error.code === 'SignedOut') session.end()
    return { ok: false, error }
  } catch {
    return { ok: false, error: UNREACHABLE }
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null // a success without words, or a proxy's own page
  }
}

const isProblem = (told: unknown): told is Problem => typeof told === 'object' && told !== null && 'code' in told
