import type { CasualtyView } from '#shared/ship/views/casualties.ts'
import { CASUALTY_STATUS } from '#shared/ship/views/words.ts'
import { clockText } from '../ui/duration.ts'
import { left } from './format.ts'

/** "C7 Ensign Ling", or "C7" for one whose name nobody knows. */
export const casualtyName = ({ id, name }: CasualtyView): string => (name === null ? id : `${id} ${name}`)

/** How it stands with a casualty, and since when or until when: "Waiting 01:12", "On the way 00:20". */
export const stageOf = ({ status, reportedAt, arrivesAt, treatmentEndsAt }: CasualtyView, at: number): string => {
  const word = CASUALTY_STATUS[status]
  if (status === 'waiting') return `${word} ${clockText(at - reportedAt)}`
  if (status === 'moving' && arrivesAt !== null) return `${word} ${left(arrivesAt, at)}`
  if (treatmentEndsAt !== null) return `In surgery ${left(treatmentEndsAt, at)}`
  return word
}
