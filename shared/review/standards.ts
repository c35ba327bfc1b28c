import type { StandardSetting } from '../ship/commands.ts'
import type { ResponseMeasure } from '../ship/terms.ts'
import type { Standard } from './parts/responses.ts'
import type { ReviewWord } from './words-said.ts'

const none = (measure: ResponseMeasure): Standard => ({
  measure,
  withinS: null,
  sharePercent: 90,
  source: 'none in public',
})

/** What the product comes with, after public standards of fire and rescue services ashore; navies keep theirs to themselves. */
export const DEFAULT_STANDARDS: readonly Standard[] = [
  none('report'),
  { measure: 'acknowledge', withinS: 15, sharePercent: 95, source: 'NFPA 1710, alarm answered' },
  { measure: 'dispatch', withinS: 64, sharePercent: 90, source: 'NFPA 1221, alarm processing' },
  { measure: 'turnout', withinS: 80, sharePercent: 90, source: 'NFPA 1710, turnout to fire and special operations' },
  { measure: 'travel', withinS: 240, sharePercent: 90, source: 'NFPA 1710, first engine travel' },
  none('contain'),
  none('restore'),
  { measure: 'triage', withinS: 240, sharePercent: 90, source: 'NFPA 1710, first responder' },
  { measure: 'bed', withinS: 480, sharePercent: 90, source: 'NFPA 1710, advanced medical care' },
]

const setHere = ({ measure, withinS, sharePercent }: StandardSetting): Standard => ({
  measure,
  withinS,
  sharePercent,
  source: 'set for this ship',
})

/** The standards to judge by: of `said`, in that order, the last counts; what it does not name is as the product has it. [RVW2] */
export const standardsAfter = (said: readonly ReviewWord[]): readonly Standard[] => {
  const settings = said.findLast((word) => word.type === 'StandardsSet')?.standards ?? []
  return DEFAULT_STANDARDS.map((standard) => {
    const setting = settings.findLast(({ measure }) => measure === standard.measure)
    return setting ? setHere(setting) : standard
  })
}
