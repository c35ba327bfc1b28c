import type { ServiceState } from '#shared/protocol/sockets.ts'

/** A restart takes seconds: after this long it looks as if there were none. Invented. */
const RESTART_MS_MOST = 60_000

/** Whether a server that said it was stopping is likely to be on its way back; `ageMs`: how old what is shown is. */
export const isRestarting = (service: ServiceState | null, ageMs: number): boolean =>
  service?.state === 'stopping' && ageMs < RESTART_MS_MOST

/** Why nothing can be ordered; null: nothing is in its way. */
export const serviceInWords = (service: ServiceState | null, ageMs: number): string | null => {
  if (service?.state === 'readOnly') return 'Read-only: the server’s disk is full'
  return isRestarting(service, ageMs) ? 'The server is restarting' : null
}
