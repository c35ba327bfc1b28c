import type { ImprovementStatus } from '../ship/commands.ts'
import { lastByKey } from './last-word.ts'
import type { Improvement } from './parts/assessment.ts'
import type { ReviewWord } from './words-said.ts'

const RANK: Readonly<Record<ImprovementStatus, number>> = { open: 0, done: 1, dropped: 2 }

/** [REV29] [RVW4] What is to be done better, open ones first. `words` in the order in which they were said. */
export const improvementsOf = (incident: string, words: readonly ReviewWord[]): readonly Improvement[] => {
  const recorded = lastByKey(words, (word) =>
    word.type === 'ImprovementRecorded' && word.incident === incident ? { key: word.improvement, word } : null,
  )
  return [...recorded.values()]
    .map(({ improvement, text, owner, status, by }) => ({ improvement, text, owner, status, by: by.name }))
    .sort((a, b) => RANK[a.status] - RANK[b.status])
}
