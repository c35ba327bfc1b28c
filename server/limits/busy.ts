import type { Problem } from '#shared/protocol/sockets.ts'
import { problem } from '../problem.ts'

/** One client asks for too much: it was not looked at, and may be sent again after that time. */
export const busy = (why: string, retryAfterMs: number): Problem => problem('Busy', why, { retryAfterMs })

/** All of them together do; whoever is there is served. */
export const overloaded = (why: string, retryAfterMs: number): Problem => problem('Overloaded', why, { retryAfterMs })
