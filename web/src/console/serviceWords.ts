import type { ServiceState } from '#shared/protocol/sockets.ts'

/** Why nothing can be ordered. */
export const serviceInWords = ({ state }: ServiceState): string =>
  state === 'readOnly' ? 'Read-only: the server’s disk is full' : 'The server is restarting'
