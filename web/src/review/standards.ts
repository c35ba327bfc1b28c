import type { ResponseTimes, Standard } from '#shared/review/parts/responses.ts'
import { DEFAULT_STANDARDS } from '#shared/review/standards.ts'
import type { StandardSetting } from '#shared/ship/commands.ts'
import type { ResponseMeasure } from '#shared/ship/terms.ts'
import { spokenTime } from '../ui/duration.ts'

/** A standard as it is being edited: what an input holds. */
export interface Draft {
  readonly measure: ResponseMeasure
  /** Seconds; null or 0: none. */
  withinS: number | null
  sharePercent: number | null
}

export const draftsOf = (responses: readonly ResponseTimes[]): Draft[] =>
  responses.map(({ measure, standard }) => ({
    measure,
    withinS: standard.withinS,
    sharePercent: standard.sharePercent,
  }))

export const defaultDrafts = (): Draft[] =>
  DEFAULT_STANDARDS.map(({ measure, withinS, sharePercent }) => ({ measure, withinS, sharePercent }))

const defaultOf = (measure: ResponseMeasure): Standard | undefined =>
  DEFAULT_STANDARDS.find((standard) => standard.measure === measure)

const settingOf = ({ measure, withinS, sharePercent }: Draft): StandardSetting => ({
  measure,
  withinS: withinS || null,
  sharePercent: sharePercent ?? defaultOf(measure)?.sharePercent ?? 100,
})

/** What has to be said: only where it differs from what the product comes with. */
export const settingsOf = (drafts: readonly Draft[]): readonly StandardSetting[] =>
  drafts.map(settingOf).filter(({ measure, withinS, sharePercent }) => {
    const standard = defaultOf(measure)
    return withinS !== standard?.withinS || (withinS !== null && sharePercent !== standard.sharePercent)
  })

/** "4 min in 90 %", or that there is none. */
export const standardInWords = ({ withinS, sharePercent }: StandardSetting): string =>
  withinS === null ? 'None' : `${spokenTime(withinS * 1000)} in ${sharePercent} %`

/** What the product comes with, and where that is from. */
export const defaultInWords = (measure: ResponseMeasure): string => {
  const standard = defaultOf(measure)
  return standard ? `${standardInWords(standard)}: ${standard.source}` : ''
}

/** The settings in force, as one would set them again. */
export const inForce = (responses: readonly ResponseTimes[]): readonly StandardSetting[] =>
  settingsOf(draftsOf(responses))
