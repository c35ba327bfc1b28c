import type { Report } from '#shared/ship/state.ts'

export const STATUS_WORDS: Readonly<Record<Report['status'], string>> = {
  reported: 'Reported',
  confirmed: 'Confirmed',
  refuted: 'Nothing found',
}
